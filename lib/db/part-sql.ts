import { Prisma, type PrismaClient } from "./generated/client";
import { type Sql, sqlOfRead } from "./read-sql";

const MOST = 500;
const known = new Map<string, Sql>();

/**
 * A read of Prisma's as part of a raw statement, so that a condition that Prisma holds (who sees what) is not written a second time. To
 * say it in SQL costs as much as to ask the database, so it is kept under `key`, which tells everything that it is made of.
 */
export async function readSql(
  key: string,
  read: (client: PrismaClient) => Promise<unknown>,
): Promise<Prisma.Sql> {
  let sql = known.get(key);
  if (!sql) {
    if (known.size >= MOST) known.clear();
    known.set(key, (sql = await sqlOfRead(read)));
  }
  const { text, values } = sql;
  // No text stands in what Prisma writes, only parameters: a dollar and a number is one.
  const places = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => values[Number(number) - 1]);
  return new Prisma.Sql(text.split(/\$\d+/), places);
}
