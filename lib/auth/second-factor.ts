import { randomInt } from "node:crypto";
import { keyedHash, keyedHashes, open } from "@/lib/db/sealed";
import type { Tx } from "@/lib/db/transaction";
import { stepOf } from "./totp";

export const recoveryCodeCount = 10;
/** Where the secret of an account is sealed to. */
export const secretPlace = (userId: number) => `second_factors:${userId}`;

/** What somebody typed as their second factor: spaces and dashes are for reading. */
export function readCode(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toLowerCase();
}

/** Takes a one-time code or a recovery code of this account, each once; null where it is neither. */
export async function takeCode(
  tx: Tx,
  userId: number,
  typed: string,
  now: Date,
): Promise<"totp" | "recovery" | null> {
  const code = readCode(typed);
  if (/^\d{6}$/.test(code)) return (await takeOneTimeCode(tx, userId, code, now)) ? "totp" : null;
  const used = await tx.recoveryCode.updateMany({
    where: { userId, usedAt: null, codeHash: { in: keyedHashes(code, recoveryPurpose(userId)) } },
    data: { usedAt: now },
  });
  return used.count === 1 ? "recovery" : null;
}

export async function takeOneTimeCode(tx: Tx, userId: number, typed: string, now: Date): Promise<boolean> {
  const factor = await tx.secondFactor.findFirst({ where: { userId }, select: { secret: true } });
  const step = factor && stepOf(readCode(typed), open(factor.secret, secretPlace(userId)), now);
  if (!step) return false;
  const taken = await tx.secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return taken.count === 1;
}

/** New recovery codes in the place of all earlier ones. They are shown once: what is kept is their hashes. */
export async function renewRecoveryCodes(tx: Tx, userId: number): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: keyedHash(readCode(code), recoveryPurpose(userId)) })),
  });
  return codes;
}

/** Without look-alikes; 12 of 30 are 58 bits, behind the throttle of sign-in and a key that is not in the database. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group()].join("-");
}

const letters = "abcdefghjkmnpqrstuvwxyz2346789";
const recoveryPurpose = (userId: number) => `recovery code of ${userId}`;
