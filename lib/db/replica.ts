import { databaseSettings } from "@/lib/env";
import { aside, standsAside } from "./aside";
import { DatabaseUnavailable } from "./faults";
import { pool } from "./pool";
import { isWriteConflict, translateFault } from "./translate";

/** Who reads: `writtenUpTo` is the place in the write-ahead log up to which they have written, null for nothing. */
type Reader = { writtenUpTo?: bigint | null };
/** Used, behind by more than what is borne, or without an answer. */
export type ReplicaState = "used" | "behind" | "gone";
type Standing = {
  url: string;
  state: ReplicaState;
  /** How far it has come, at least. */
  reached: bigint;
  lookedAt: number;
  looking: Promise<void> | null;
  /** The primary's place at an instant. A replica that has not reached it long after is cut off, however soon it answers. */
  goal: { place: bigint; at: number } | null;
};

/** Milliseconds after which the replica is looked at again, and within which it has to answer. */
const LOOK_EVERY = 1_000;
const PATIENCE = 2_000;
/** Milliseconds that what others wrote may stay unseen. */
const MOST_BEHIND = 10_000;

// One for the process: Next loads this module anew for every bundle.
const held = globalThis as { registryReplicaStanding?: Standing };

/**
 * Marks a read whose answer may be a moment old: it goes to the streaming replica where DATABASE_REPLICA_URL names one that has
 * what this reader wrote, and to the primary otherwise, or where the replica fails it. For lists, search, reports and exports;
 * never for what a write decides by.
 */
export function mayBeOld<R extends Reader, Rest extends unknown[], T>(
  read: (reader: R, ...rest: Rest) => Promise<T>,
): (reader: R, ...rest: Rest) => Promise<T> {
  return async (reader, ...rest) => {
    const standing = standsAside() ? null : current();
    if (!standing || !(await hasWritesOf(standing, reader))) return read(reader, ...rest);
    try {
      return await aside(() => read(reader, ...rest));
    } catch (error) {
      if (!isReplicasOwn(error)) throw error;
      standing.lookedAt = 0;
      return read(reader, ...rest);
    }
  };
}

/** For whoever watches the service; null where there is no replica. */
export async function replicaState(): Promise<ReplicaState | null> {
  const standing = current();
  if (!standing) return null;
  if (Date.now() - standing.lookedAt >= LOOK_EVERY) await look(standing);
  return standing.state;
}

function current(): Standing | null {
  const { replicaUrl: url } = databaseSettings();
  if (!url) return null;
  if (held.registryReplicaStanding?.url !== url)
    held.registryReplicaStanding = {
      ...{ url, state: "used", reached: 0n, lookedAt: 0, looking: null, goal: null },
    };
  return held.registryReplicaStanding;
}

async function hasWritesOf(standing: Standing, { writtenUpTo }: Reader): Promise<boolean> {
  const wanted = writtenUpTo ?? 0n;
  const isDue = Date.now() - standing.lookedAt >= LOOK_EVERY;
  // One that was not there the last time is not waited for.
  if (standing.state === "gone") {
    if (isDue) void look(standing);
    return false;
  }
  if (isDue || standing.reached < wanted) await look(standing);
  return standing.state === "used" && standing.reached >= wanted;
}

function look(standing: Standing): Promise<void> {
  return (standing.looking ??= lookNow(standing).finally(() => (standing.looking = null)));
}

async function lookNow(standing: Standing) {
  const before = standing.state;
  const began = Date.now();
  const [primary, replica] = await Promise.all([
    placeOf("pg_current_wal_insert_lsn()").catch(() => null),
    aside(() => placeOf("pg_last_wal_replay_lsn()")).catch(() => null),
  ]);
  standing.lookedAt = Date.now();
  if (replica === null) {
    // What comes back may be another server.
    Object.assign(standing, { state: "gone", reached: 0n });
  } else {
    if (replica > standing.reached) standing.reached = replica;
    const { goal } = standing;
    const isReached = goal === null || replica >= goal.place;
    if (isReached && primary !== null) standing.goal = { place: primary, at: began };
    standing.state = isReached || Date.now() - goal.at < MOST_BEHIND ? "used" : "behind";
  }
  if (standing.state !== before) process.stderr.write(`${saying[standing.state]}\n`);
}

const saying: Record<ReplicaState, string> = {
  used: "The replica answers lists and reports again.",
  behind: "The replica has fallen behind: everything is read from the primary.",
  gone: "The replica does not answer: everything is read from the primary.",
};

/** Null from a server that is no replica. */
async function placeOf(expression: string): Promise<bigint | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No answer in time")), PATIENCE);
  });
  const asked = pool().query<{ place: string | null }>(
    `SELECT pg_wal_lsn_diff(${expression}, '0/0')::bigint AS place`,
  );
  asked.catch(() => {});
  try {
    const place = (await Promise.race([asked, late])).rows[0]?.place ?? null;
    return place === null ? null : BigInt(place);
  } finally {
    clearTimeout(timer);
  }
}

/** Gone, in the way of what it has to replay (40001), or asked to write, which a list that marks something would do (25006). */
function isReplicasOwn(error: unknown): boolean {
  const thrown = error as {
    code?: string;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
  };
  const state = thrown.meta?.driverAdapterError?.cause?.originalCode ?? thrown.code;
  return translateFault(error) instanceof DatabaseUnavailable || isWriteConflict(error) || state === "25006";
}
