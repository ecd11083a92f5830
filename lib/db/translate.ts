import { DatabaseRefusal, DatabaseUnavailable, type RefusalKind } from "./faults";

// SQLSTATE → what it says no to.
const REFUSALS: Record<string, RefusalKind> = {
  "23505": "unique",
  "23514": "check",
  "23P01": "exclusion",
  "23503": "foreign_key",
  "23001": "foreign_key",
  "23502": "not_null",
  P0001: "raised",
  // Values that the column's type can't hold.
  "22001": "value",
  "22003": "value",
  "22007": "value",
  "22008": "value",
  "22P02": "value",
  "22021": "value",
};

// Classes 08 and 53 (connection, resources), 57 (cancelled, shut down, starting up), and a lock not got in time.
const UNAVAILABLE = /^(08|53|57)|^(28P01|28000|3D000|55P03|25P03)$/;
const UNAVAILABLE_KINDS = [
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
  "AuthenticationFailed",
  "DatabaseDoesNotExist",
  "DatabaseAccessDenied",
];
// Prisma: not reachable, pool or transaction not got or not done in time.
const UNAVAILABLE_PRISMA = ["P1000", "P1001", "P1002", "P1003", "P1008", "P1010", "P1017", "P2024", "P2028"];
// The driver's own errors carry no code, or the system's.
const BROKEN =
  /connection terminated|connection error|timeout exceeded when trying to connect|Cannot use a pool after|socket/i;
const SYSTEM = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH", "EAI_AGAIN"];

/** PostgreSQL's own account of an error, which Prisma wraps in one of two ways. */
type Cause = {
  kind?: string;
  originalCode?: string;
  originalMessage?: string;
  hint?: string;
  constraint?: { index?: string; fields?: string[] };
};
type Thrown = {
  name?: string;
  code?: string;
  message?: string;
  cause?: Cause;
  constraint?: string;
  column?: string;
} & {
  meta?: { driverAdapterError?: { cause?: Cause } };
};

/** An error of Prisma or the driver in the words of lib/db/faults; any other is given back as it is. */
export function translateFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseRefusal || error instanceof DatabaseUnavailable)
    return error;
  const thrown = error as Thrown;
  const cause = causeOf(thrown);
  const state = cause?.originalCode ?? thrown.code ?? "";
  const refusal = REFUSALS[state];
  if (refusal) return new DatabaseRefusal(refusal, ruleOf(thrown, cause), { cause: error });
  return isUnavailable(thrown, cause, state) ? new DatabaseUnavailable({ cause: error }) : error;
}

/** Another transaction came first, and this one may simply be done again. */
export function isWriteConflict(error: unknown) {
  const thrown = error as Thrown;
  const cause = causeOf(thrown);
  return (
    thrown.code === "P2034" ||
    cause?.kind === "TransactionWriteConflict" ||
    ["40001", "40P01"].includes(thrown.code ?? "")
  );
}

// While a query runs Prisma wraps the adapter's error; at COMMIT, where deferred rules speak, it throws it bare.
function causeOf(thrown: Thrown) {
  return (
    thrown.meta?.driverAdapterError?.cause ??
    (thrown.name === "DriverAdapterError" ? thrown.cause : undefined)
  );
}

function ruleOf(thrown: Thrown, cause?: Cause) {
  const column = /^null value in column "(.+?)"/.exec(cause?.originalMessage ?? thrown.message ?? "")?.[1];
  return (
    cause?.hint ??
    cause?.constraint?.index ??
    cause?.constraint?.fields?.join(", ") ??
    thrown.constraint ??
    column ??
    null
  );
}

function isUnavailable({ code = "", message = "" }: Thrown, cause: Cause | undefined, state: string) {
  if (UNAVAILABLE.test(state) || UNAVAILABLE_KINDS.includes(cause?.kind ?? "")) return true;
  return [...UNAVAILABLE_PRISMA, ...SYSTEM].includes(code) || (!code && BROKEN.test(message));
}
