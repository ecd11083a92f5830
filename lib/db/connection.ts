import pg from "pg";
import { ActingClient, ActingPool } from "./acting-client";

/** Milliseconds after which the server gives a statement up, for everything the app asks. */
export const STATEMENT_TIMEOUT = 15_000;
const IDLE_IN_TRANSACTION_TIMEOUT = 30_000;

/**
 * A pool whose connections are the app's: their clock is UTC, because Prisma writes and reads
 * instants without a zone, and nothing runs or waits without end.
 */
export function openPool(connectionString: string, options: pg.PoolConfig = {}) {
  const pool = new ActingPool({
    connectionString,
    connectionTimeoutMillis: 10_000,
    // A connection keeps the plans of what it was asked, which a search takes longer to make than to follow (20 ms with them, 85 without).
    idleTimeoutMillis: 600_000,
    keepAlive: true,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
    application_name: "honors-registry",
    // Compiling a query takes longer than the short ones here run: 240 of 600 ms of a keyword search at 200,000 awards.
    options: "-c TimeZone=UTC -c jit=off",
    Client: RuleNamingClient,
    ...options,
  });
  return calm(pool);
}

/** A connection that breaks is replaced, and whoever used it is told by the query; unheard, the events would end the process. */
export function calm(pool: pg.Pool) {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

// Prisma's adapter drops the name of the constraint that a check, an exclusion or a trigger
// gives, and passes the hint on; so the name travels there.
class RuleNamingClient extends ActingClient {
  override query(...args: unknown[]): never {
    const last = args.at(-1);
    if (typeof last === "function") {
      args[args.length - 1] = (error: unknown, result: unknown) => last(named(error), result);
      return super.query(...args);
    }
    const sent: unknown = super.query(...args);
    return (sent instanceof Promise ? sent.catch((error) => Promise.reject(named(error))) : sent) as never;
  }
}

function named(error: unknown) {
  if (error instanceof pg.DatabaseError && error.constraint) error.hint = error.constraint;
  return error;
}
