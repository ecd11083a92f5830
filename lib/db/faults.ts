/** What the database said no to. The rule's name leads the reader to the words. */
export type RefusalKind = "unique" | "check" | "exclusion" | "foreign_key" | "not_null" | "value" | "raised";

/** The database kept its rules: the whole transaction is undone and nothing was written. */
export class DatabaseRefusal extends Error {
  override readonly name = "DatabaseRefusal";
  constructor(
    readonly kind: RefusalKind,
    /** The constraint, index or rule as the database names it; null when it named none. */
    readonly constraint: string | null,
    options?: ErrorOptions,
  ) {
    super(`The database refused: ${kind}${constraint ? ` (${constraint})` : ""}`, options);
  }
}

/** No answer from the database: not reachable, shutting down, out of connections, or too slow. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
  constructor(options?: ErrorOptions) {
    super("The database can't be reached at the moment.", options);
  }
}

export type EmbeddedProblem = "locked" | "unwritable" | "unsupported" | "failed";

/** The embedded server could not start; the message is one sentence for the person at the terminal. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = "EmbeddedDatabaseError";
  constructor(
    readonly problem: EmbeddedProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A migration did not go through; the message is what Prisma's CLI printed. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}
