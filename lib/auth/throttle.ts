import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/pool";
import type { Tx } from "@/lib/db/transaction";
import { growingBlock, type Limit, limits } from "./rules";

/** Whom an attempt is aimed at, and whence it comes. */
export type Attempt = { account: string; address: string };

/**
 * Counts an attempt before its password is looked at, so that many at once are counted as well. Answers with the seconds
 * to wait, or null where it may go on. Counters lie in PostgreSQL: all instances share them, and a restart forgets none.
 */
export async function countAttempt({ account, address }: Attempt): Promise<number | null> {
  return (
    (await take(byAccountAndAddress, `${account}@${address}`, closeLonger)) ??
    (await take(byAddress, address)) ??
    (await take(byAccount, account))
  );
}

/** The password was right: only wrong ones count. */
export async function forgiveAttempt({ account, address }: Attempt): Promise<void> {
  const pair = `${account}@${address}`;
  await Promise.all([
    byAccountAndAddress.delete(pair),
    blocks.delete(pair),
    byAccount.delete(account),
    byAddress.reward(address, 1),
  ]);
}

/** The password was right, and the second factor is still to come: this attempt is as if it had not been, earlier ones stay. */
export async function uncountAttempt({ account, address }: Attempt): Promise<void> {
  const pair = `${account}@${address}`;
  await Promise.all([
    byAccountAndAddress.reward(pair, 1),
    byAccount.reward(account, 1),
    byAddress.reward(address, 1),
  ]);
}

/** Opens an account that too many wrong passwords have closed, to whatever address. */
export async function openAccount(tx: Tx, userId: number): Promise<number> {
  const keys = ["user", "own"].map((kind) => `${kind}:${userId}`);
  const closed = await tx.signInThrottle.deleteMany({
    where: {
      OR: keys.flatMap((key) => [
        { key: `account:${key}` },
        { key: { startsWith: `pair:${key}@` } },
        { key: { startsWith: `blocks:${key}@` } },
      ]),
    },
  });
  return closed.count;
}

/** Whether one more refusal of someone unknown is put down: a flood of them must not fill the audit for ever. */
export async function isWorthRecording(address: string): Promise<boolean> {
  return (await take(strangers, address)) === null;
}

/** Counts a look at something open to everybody that is found by a secret, such as a certificate's code; seconds to wait, or null. */
export function countLookUp(address: string): Promise<number | null> {
  return take(lookUps, address);
}

/** There was something behind it: only what nobody has counts. */
export async function forgiveLookUp(address: string): Promise<void> {
  await lookUps.reward(address, 1);
}

const byAccountAndAddress = limiter("pair", limits.accountAndAddress);
const byAddress = limiter("address", limits.address);
const byAccount = limiter("account", limits.account);
const strangers = limiter("stranger", limits.strangers);
const lookUps = limiter("look-up", limits.lookUps);
/** How often a pair was closed within a day: each time for longer. */
const blocks = limiter("blocks", { failures: Number.MAX_SAFE_INTEGER, within: 24 * 3600, block: 0 });

function limiter(keyPrefix: string, { failures, within, block }: Limit) {
  return new RateLimiterPostgres({
    // Looked up at each use: the pool follows DATABASE_URL.
    storeClient: { query: (query: { text: string; values: unknown[] }) => pool().query(query) },
    storeType: "client",
    tableName: "sign_in_throttles",
    tableCreated: true,
    keyPrefix,
    points: failures,
    duration: within,
    blockDuration: block,
  });
}

type Limiter = typeof byAddress;

async function take(
  limiter: Limiter,
  key: string,
  onFirstRefusal?: (key: string) => Promise<number>,
): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const first = refusal.consumedPoints === limiter.points + 1;
    return first && onFirstRefusal
      ? onFirstRefusal(key)
      : Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}

async function closeLonger(key: string): Promise<number> {
  const { consumedPoints } = await blocks.penalty(key, 1);
  const seconds = growingBlock(consumedPoints - 1);
  await byAccountAndAddress.block(key, seconds);
  return seconds;
}
