import { AsyncLocalStorage } from "node:async_hooks";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaClient } from "./generated/client";

export type Sql = { text: string; values: unknown[] };

/**
 * The one statement that a read of Prisma's would send, without sending it. A list's conditions are Prisma's, and what
 * Prisma cannot do with them (a cursor, a count over a join) is done with their very SQL instead of a copy by hand.
 */
export async function sqlOfRead(read: (client: PrismaClient) => Promise<unknown>): Promise<Sql> {
  const asked: SqlQuery[] = [];
  await sink.run(asked, async () => void (await read(deaf())));
  const [query] = asked;
  if (!query || asked.length > 1)
    throw new Error(`A read of ${asked.length} statements, where one was expected`);
  return withoutOffset({ text: query.sql, values: query.args });
}

/** Prisma ends every list with an offset, be it none; as part of another statement it keeps PostgreSQL from taking both as one. */
function withoutOffset({ text, values }: Sql): Sql {
  const end = ` OFFSET $${values.length}`;
  return text.endsWith(end) && Number(values.at(-1)) === 0
    ? { text: text.slice(0, -end.length), values: values.slice(0, -1) }
    : { text, values };
}

/** The same with its values written into the text, for where PostgreSQL takes no parameters (COPY). */
export function writtenOut({ text, values }: Sql): string {
  return text.replace(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]));
}

/** A value as a text of SQL that reads as that value and nothing else. */
export function literal(value: unknown): string {
  if (typeof value === "string") return pg.escapeLiteral(value);
  if (Number.isSafeInteger(value)) return `(${Number(value)})`;
  throw new Error(`No text of SQL for a ${typeof value}`);
}

/** Its text with other parameters before its own. No text of a condition stands in it: a dollar and a number is a parameter. */
export function shifted({ text }: Sql, by: number): string {
  return text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + by}`);
}

/**
 * The same with each list of ids as one parameter, so that it can be prepared however long the list. For where each row is looked up by
 * itself: a plan that was made without the list at hand goes through it.
 */
export function withLists({ text, values }: Sql): Sql {
  const given: unknown[] = [];
  const listed = text.replace(
    / IN \((\$\d+(?:,\$\d+)*)\)|\$(\d+)/g,
    (_, list: string | undefined, one: string) => {
      if (list === undefined) return `$${given.push(values[Number(one) - 1])}`;
      const some = list.split(",").map((number) => values[Number(number.slice(1)) - 1]);
      if (some.every(Number.isInteger)) return ` = ANY ($${given.push(some)}::int[])`;
      return ` IN (${some.map((value) => `$${given.push(value)}`).join()})`;
    },
  );
  return { text: listed, values: given };
}

/** One statement for a page's ids, in order, and for how many rows there are, counted to one past `most` and no further. */
export function pageSql(ids: Sql, all: Sql, most: number): Sql {
  const values = [...ids.values, ...all.values, most + 1];
  const found = `SELECT count(*)::int FROM (${shifted(all, ids.values.length)} LIMIT $${values.length}) AS counted`;
  return { text: `SELECT ARRAY(SELECT id FROM (${ids.text}) AS page) AS ids, (${found}) AS found`, values };
}

// Both one for the process: Next loads this module anew for every bundle, and a client of one would fill the sink of another.
const held = globalThis as {
  registryDeafClient?: PrismaClient;
  registryReads?: AsyncLocalStorage<SqlQuery[]>;
};
const sink = (held.registryReads ??= new AsyncLocalStorage<SqlQuery[]>());

/** A client that takes every read for one without rows, and has no database. */
function deaf(): PrismaClient {
  return (held.registryDeafClient ??= new PrismaClient({ adapter: factory, errorFormat: "minimal" }));
}

const names = { provider: "postgres", adapterName: "read-sql" } as const;
const refuse = () => Promise.reject(new Error("Reads alone, and none in a transaction"));
const adapter: SqlDriverAdapter = {
  ...names,
  queryRaw: (query) => {
    sink.getStore()?.push(query);
    return Promise.resolve({ columnNames: [], columnTypes: [], rows: [] });
  },
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ supportsRelationJoins: true, maxBindValues: 32_766 }),
  dispose: () => Promise.resolve(),
};
const factory: SqlDriverAdapterFactory = { ...names, connect: () => Promise.resolve(adapter) };
