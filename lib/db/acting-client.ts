import pg from "pg";
import { actingText } from "./acting";

type Callback = (error: unknown, result?: unknown) => void;
type Config = { keepsPlan?: boolean };
type Connection = Record<"parse" | "bind" | "execute" | "close", (message: object) => void> & {
  /** What the connection keeps prepared, by names. */
  parsedStatements: Record<string, string>;
};
/** What pg's class does beyond its types. */
type Protocol = {
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
};

const Query = pg.Query as unknown as new (config: object, values?: unknown, callback?: Callback) => Protocol;
const SET = { name: "acting", text: "SELECT set_config('registry.acting', $1, true)" };
const SET_AND_KEEP_PLAN = {
  name: "acting_and_plan",
  text: `${SET.text}, set_config('plan_cache_mode', 'force_generic_plan', true)`,
};

/**
 * A connection whose every statement says on whose behalf it is asked (lib/db/acting). The word is good for the transaction
 * at hand and no longer: a setting that outlived it would be the next user's of the connection. It goes along with `BEGIN`;
 * a statement by itself is sent in one breath with it, which PostgreSQL takes for one transaction, and so is one within a
 * transaction on behalf of somebody else. With `keepsPlan` that word also says that the statement's one plan is good for all its values.
 */
export class ActingClient extends pg.Client {
  /** What the transaction at hand was told. */
  #told: string | null = null;

  override query(...args: unknown[]): never {
    const acting = actingText();
    const text = textOf(args[0]);
    if (text === null) return send(this, args) as never;
    const within = this.getTransactionStatus() === "T";
    // Going back to a savepoint takes back what was said since.
    if (!within || /^rollback\b/i.test(text)) this.#told = null;
    if (acting === null || (within && acting === this.#told) || /^(commit|rollback|release)\b/i.test(text))
      return send(this, args) as never;
    this.#told = acting;
    if (/^begin\b/i.test(text)) {
      const local = `SET LOCAL registry.acting = ${pg.escapeLiteral(acting)}`;
      return send(this, [`${text}; ${local}`, ...args.filter(isCallback)]) as never;
    }
    // Several statements in one text cannot be prepared; those are of no request.
    return (text.includes(";") ? send(this, args) : this.#inOneBreath(acting, args)) as never;
  }

  #inOneBreath(acting: string, args: unknown[]) {
    const ask = (callback: Callback) => {
      const [first, values] = args.filter((arg) => !isCallback(arg));
      const config = typeof first === "string" ? { text: first } : (first as object);
      send(this, [new StatementInOneBreath(acting, config as Config, values, callback)]);
    };
    const callback = args.find(isCallback);
    if (callback) return ask(callback);
    return new Promise((resolve, reject) =>
      ask((error, result) => (error ? reject(error as Error) : resolve(result))),
    );
  }
}

/** Asks within the caller's own context, where the library's `query` asks in that of whoever gave a connection back. */
export class ActingPool extends pg.Pool {
  override query(...args: unknown[]): never {
    return this.#ask(args) as never;
  }

  async #ask(args: unknown[]) {
    const client = await this.connect();
    try {
      const result = await (client.query as (...all: unknown[]) => Promise<unknown>)(...args);
      client.release();
      return result;
    } catch (error) {
      const stands = error instanceof pg.DatabaseError && error.severity === "ERROR";
      client.release(stands ? undefined : (error as Error));
      throw error;
    }
  }
}

class StatementInOneBreath extends Query {
  #ahead = true;
  readonly #acting: string;
  readonly #set: typeof SET;

  constructor(acting: string, { keepsPlan, ...config }: Config, values: unknown, callback: Callback) {
    super({ ...config, queryMode: "extended" }, values, callback);
    this.#acting = acting;
    this.#set = keepsPlan ? SET_AND_KEEP_PLAN : SET;
  }

  override prepare(connection: Connection) {
    // Prepared once a connection, as it goes before every statement.
    const { name, text } = this.#set;
    if (connection.parsedStatements[name] !== text) {
      // One whose end we never heard of may be there all the same; to close one that is not is no fault.
      connection.close({ type: "S", name });
      connection.parse({ name, text });
    }
    connection.bind({ statement: name, values: [this.#acting] });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown) {
    if (!this.#ahead) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection) {
    if (!this.#ahead) return super.handleCommandComplete(message, connection);
    this.#ahead = false;
    connection.parsedStatements[this.#set.name] = this.#set.text;
  }
}

function send(client: pg.Client, args: unknown[]): unknown {
  return Reflect.apply(pg.Client.prototype.query as (...all: unknown[]) => unknown, client, args);
}

/** The statement's text; null for what sends itself, such as a COPY. */
function textOf(query: unknown): string | null {
  if (typeof query === "string") return query;
  const { text, submit } = query as { text?: unknown; submit?: unknown };
  return submit === undefined && typeof text === "string" ? text : null;
}

function isCallback(arg: unknown): arg is Callback {
  return typeof arg === "function";
}
