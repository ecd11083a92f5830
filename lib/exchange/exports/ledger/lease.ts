import type pg from "pg";
import { pool } from "@/lib/db/pool";

/** A connection lent for one download. */
export type Lease = {
  client: pg.PoolClient;
  /** Runs statements of the download; refused once the lease has ended. */
  use: <T>(work: () => Promise<T>) => Promise<T>;
  /** The same after what other downloads of this process are at: all of them together take no more of the database than one. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Stops what runs and gives the connection back; may be called twice. */
  end: () => void;
};

/** Of the plain connections; the others are for what must not wait for a download. */
export const leasesAtOnce = 4;
/** Milliseconds that a reader may take over a batch before the download is given up. */
export const patience = 120_000;

const held = globalThis as { downloads?: number; downloadsTurn?: Promise<unknown> };

/** Null where as many are lent as may be. */
export async function takeLease(): Promise<Lease | null> {
  const lent = held.downloads ?? 0;
  if (lent >= leasesAtOnce) return null;
  held.downloads = lent + 1;
  try {
    const lender = pool();
    return leaseOf(await lender.connect(), lender);
  } catch (error) {
    held.downloads -= 1;
    throw error;
  }
}

/** Whoever reads may vanish while a statement runs, while none does, or never say that they have gone. */
function leaseOf(client: pg.PoolClient, lender: pg.Pool): Lease {
  const { processID } = client as pg.PoolClient & { processID: number };
  let [busy, ended] = [false, false];
  const timer = setTimeout(() => end(), patience).unref();

  async function use<T>(work: () => Promise<T>): Promise<T> {
    if (ended) throw new Error("The download was given up");
    timer.refresh();
    busy = true;
    return work().finally(() => (busy = false));
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = Promise.resolve(held.downloadsTurn).then(() => use(work));
    held.downloadsTurn = mine.catch(() => {});
    return mine;
  }

  function end() {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    held.downloads! -= 1;
    if (busy) return stop();
    client.query("ROLLBACK").then(
      () => client.release(),
      () => client.release(true),
    );
  }

  /** A server that computes does not notice that nobody listens any more. */
  function stop() {
    void lender
      .query("SELECT pg_cancel_backend($1)", [processID])
      .catch(() => {})
      .finally(() => client.release(true));
  }

  return { client, use, inTurn, end };
}
