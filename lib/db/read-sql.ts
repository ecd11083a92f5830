import { AsyncLocalStorage } from "node:async_hooks";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
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
  return { text: query.sql, values: query.args };
}

const sink = new AsyncLocalStorage<SqlQuery[]>();
const held = globalThis as { registryDeafClient?: PrismaClient };

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
