import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/**
 * Seconds that PostgreSQL itself needs for the same rows of awards and recipients: a COPY into plain tables without an index, a
 * key or a rule, written to its log like any other.
 */
export async function bareCopy(ownerUrl: string, folder: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    let seconds = 0;
    for (const table of ["awards", "award_recipients"]) {
      const file = join(folder, `${table}.copy`);
      await pipeline(client.query(copyTo(`COPY ${table} TO STDOUT`)), createWriteStream(file));
      await client.query(`CREATE TABLE bare_${table} AS SELECT * FROM ${table} WHERE false`);
      const started = performance.now();
      await pipeline(createReadStream(file), client.query(copyFrom(`COPY bare_${table} FROM STDIN`)));
      seconds += (performance.now() - started) / 1000;
      await client.query(`DROP TABLE bare_${table}`);
      await rm(file);
    }
    return seconds;
  } finally {
    await client.end();
  }
}
