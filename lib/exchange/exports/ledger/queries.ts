import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Actor } from "@/lib/auth/roles";
import { type Sql, sqlOfRead, writtenOut } from "@/lib/db/read-sql";
import { identityReadableBy } from "@/lib/employees/identities/policy";
import { openNumber } from "@/lib/employees/identities/queries";
import { visibleSql as visiblePeople } from "@/lib/employees/queries";
import { visibleTo as visibleUnits } from "@/lib/organizations/policy";
import type { Cell } from "../../sheets/sheet";
import { amountColumns, type ExportColumn } from "../schema";
import { type Asked, linesSql, rowsSql, type Sight } from "./columns";
import { type Lease, patience, takeLease } from "./lease";

/** Awards as they stood at one moment: how many, and all of them in order, to be read out once. */
export type Ledger = {
  awards: number;
  /** Rows of the file: one for each award, or for each recipient and each award that has none yet. */
  rows: number;
  /** As lines of CSV, which PostgreSQL writes. */
  lines: () => AsyncGenerator<Buffer>;
  cells: () => AsyncGenerator<Cell[][]>;
  /** Stops what runs and gives the connection back; may be called twice. */
  close: () => void;
};

/** Statements for the ids of a list, in its order and in none. */
export type Selection = { ordered: Sql; counted: Sql };

/** Awards read at once: planning takes 10 ms and more a statement, and what was read waits in memory. */
const atOnce = { lines: 5_000, cells: 2_000 };

/**
 * Reads the awards of a list over a connection of their own, in one REPEATABLE READ transaction: what is counted is what is
 * read. A cursor gives the ids in the list's order, batch by batch as the reader asks, and one statement each their rows. All
 * statements are short, so the usual statement timeout holds for each; only the time that the transaction may lie idle is
 * longer, as it waits for the reader. Null where too many are being read.
 */
export async function openLedger(actor: Actor, selection: Selection, asked: Asked): Promise<Ledger | null> {
  const lease = await takeLease();
  if (!lease) return null;
  const { client } = lease;
  try {
    const counted = await lease.use(() => begin(client, selection, asked));
    const sight = await lease.use(() => sightOf(client, actor, asked));
    return {
      ...counted,
      lines: () => batches(lease, atOnce.lines, (ids) => readLines(client, linesSql(asked, sight, ids))),
      cells: () =>
        batches(lease, atOnce.cells, (ids) => readCells(client, rowsSql(asked, sight, ids), asked)),
      close: lease.end,
    };
  } catch (error) {
    lease.end();
    throw error;
  }
}

/** How many ids a statement gives. */
export function countOf({ text, values }: Sql, more = ""): Sql {
  return { text: `SELECT count(*)::int AS count FROM (${text}) AS list ${more}`, values };
}

/** How many recipients these awards have, and one for each that has none yet. */
export function countOfRecipients(awards: Sql): Sql {
  return countOf(awards, "LEFT JOIN award_recipients r ON r.award_id = list.id");
}

async function begin(client: pg.PoolClient, { ordered, counted }: Selection, { rowPer }: Asked) {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${patience}`);
  // What belongs to an award lies together, and mostly in memory: to look it up is cheaper than PostgreSQL takes it for.
  await client.query("SET LOCAL random_page_cost = 1.1");
  const count = async (sql: Sql) => (await client.query<{ count: number }>(sql)).rows[0]!.count;
  const awards = await count(countOf(counted));
  const rows = rowPer === "award" ? awards : await count(countOfRecipients(counted));
  await client.query(`DECLARE list NO SCROLL CURSOR FOR ${ordered.text}`, ordered.values);
  return { awards, rows };
}

/** What the actor sees beside the awards, by the rules of those nouns. */
async function sightOf(client: pg.PoolClient, actor: Actor, { columns }: Asked): Promise<Sight> {
  const people = `SELECT e.id, e.work_number, e.gender::text, e.unit_id FROM employees e WHERE ${visiblePeople(actor)}`;
  const numbered = await sqlOfRead((prisma) =>
    prisma.employee.findMany({ where: identityReadableBy(actor), select: { id: true } }),
  );
  const units = await sqlOfRead((prisma) =>
    prisma.organization.findMany({ where: visibleUnits(actor), select: { id: true } }),
  );
  const seen = columns.includes("unitNow")
    ? (await client.query<{ id: number }>(units.text, units.values)).rows
    : [];
  return { people, numbered: writtenOut(numbered), units: seen.map(({ id }) => id) };
}

/** Reads the next batch while the last one is on its way out. */
async function* batches<T>(lease: Lease, size: number, read: (ids: string) => Promise<T>): AsyncGenerator<T> {
  const next = () =>
    lease.inTurn(async () => {
      const { rows } = await lease.client.query<{ id: number }>(`FETCH ${size} FROM list`);
      return rows.length === 0 ? null : read(`'{${rows.map(({ id }) => id).join()}}'::int[]`);
    });
  for (let coming = next(); ;) {
    const batch = await coming;
    if (batch === null) return;
    coming = next();
    coming.catch(() => {}); // met where it is waited for, if anybody still waits
    yield batch;
  }
}

async function readLines(client: pg.PoolClient, sql: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  // The last line comes a moment before the connection is free for the next statement.
  const free = new Promise((resolve) => client.once("drain", resolve));
  for await (const piece of client.query(copyTo(sql)) as AsyncIterable<Buffer>) pieces.push(piece);
  await free;
  return Buffer.concat(pieces);
}

async function readCells(client: pg.PoolClient, text: string, asked: Asked): Promise<Cell[][]> {
  const { rows } = await client.query<(string | null)[]>({ text, rowMode: "array" });
  const readers = asked.columns.map((column) => readerOf(column, asked));
  return rows.map((row) => row.map((cell, index) => (cell === null ? null : readers[index]!(cell))));
}

function readerOf(column: ExportColumn, { words }: Asked): (text: string) => Cell {
  if (column === "idNumber" || column === "phone")
    return (text) => opened(column, text, words.exports("file.comma"));
  // numeric(12,2) is exact as a number: twelve digits of the fifteen that one holds.
  return amountColumns.includes(column) ? Number : (text) => text;
}

/** Whole numbers of a row's people side by side; opened for the batch at hand. */
function opened(field: "idNumber" | "phone", sealed: string, comma: string): string | null {
  const numbers = sealed.split("\n").map((one) => {
    const [id, text] = one.split(" ");
    return text ? openNumber(field, Number(id), text) : null;
  });
  return numbers.some(Boolean) ? numbers.map((number) => number ?? "—").join(comma) : null;
}
