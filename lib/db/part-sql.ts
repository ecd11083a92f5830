import { Prisma, type PrismaClient } from "./generated/client";
import { type Sql, sqlOfRead } from "./read-sql";

const MOST = 500;
const known = new Map<string, Sql>();

/**
 * The statement of a read of Prisma's. To say it in SQL costs as much as to ask the database, so it is kept under `key`, which tells
 * everything that it is made of.
 */
export async function keptSql(key: string, read: Parameters<typeof sqlOfRead>[0]): Promise<Sql> {
  let sql = known.get(key);
  if (!sql) {
    if (known.size >= MOST) known.clear();
    known.set(key, (sql = await sqlOfRead(read)));
  }
  return sql;
}

/** The same as part of a raw statement, so that a condition that Prisma holds (who sees what) is not written a second time. */
export async function readSql(
  key: string,
  read: (client: PrismaClient) => Promise<unknown>,
): Promise<Prisma.Sql> {
  const { text, values } = await keptSql(key, read);
  // No text stands in what Prisma writes, only parameters: a dollar and a number is one.
  const places = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => values[Number(number) - 1]);
  return new Prisma.Sql(text.split(/\$\d+/), places);
}
