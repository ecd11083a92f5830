import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { defaultColumns } from "@/lib/exchange/exports/schema";
import { demonstrationPassword } from "@/prisma/seed/sign-ins";
import { type Served, signIn } from "./server";
import type { Line } from "./table";
import { type Timing, timingOf } from "./timing";
import type { World } from "./world";

type Choice = { year: string; rowPer: "award" | "recipient"; format: "csv" | "xlsx" };
type Fetched = { timing: Timing; bytes: number; firstByte: number; memory: { before: number; peak: number } };

/** The whole ledger as CSV beside COPY, and a year as XLSX beside the same as CSV. Each once: they take long enough. */
export async function measureExports(
  pool: pg.Pool,
  served: Served,
  { group, year }: World,
  say: (text: string) => void,
): Promise<Line[]> {
  const fetched = async (choice: Choice): Promise<Fetched> => {
    const one = await fetchExport(served, choice);
    say(
      `${choice.format} of ${choice.year}: ${(one.bytes / 1e6).toFixed(0)} MB, first byte after ${(one.firstByte / 1000).toFixed(1)} s`,
    );
    return one;
  };
  const copied = await copyOut(pool, group.grants[0]!.organizationId!);
  const whole = await fetched({ year: "all", rowPer: "award", format: "csv" });
  const book = { year: String(year), rowPer: "recipient" } as const;
  const yearCsv = await fetched({ ...book, format: "csv" });
  const yearXlsx = await fetched({ ...book, format: "xlsx" });
  const one = (timing: Timing, what: string) => ({ what, timing });
  return [
    {
      what: "CSV of the whole ledger, a row an award",
      product: whole.timing,
      limit: one(copied, "COPY … TO STDOUT"),
      by: "median",
      aim: "≤ 1.5 ×, under 300 MB",
      memory: whole.memory,
    },
    {
      what: `XLSX of ${year}, a row a recipient`,
      product: yearXlsx.timing,
      limit: one(yearCsv.timing, "the same as CSV"),
      by: "median",
      aim: "≤ 4 ×",
      memory: yearXlsx.memory,
    },
  ];
}

async function fetchExport({ url, memory }: Served, { year, rowPer, format }: Choice): Promise<Fetched> {
  // A large file asks who sits there: this session has just said so.
  const cookie = await signIn(url, "union", demonstrationPassword);
  const body = new FormData();
  for (const [name, value] of Object.entries({ year, rowPer, format, reason: "性能测试" }))
    body.append(name, value);
  for (const column of defaultColumns) body.append("columns", column);
  const before = memory();
  let [peak, bytes, firstByte] = [before, 0, Number.NaN];
  const sampling = setInterval(() => (peak = Math.max(peak, memory())), 100);
  const began = performance.now();
  try {
    const answer = await fetch(`${url}/awards/export/file`, {
      method: "POST",
      body,
      headers: { Cookie: cookie, Origin: url },
    });
    if (!answer.ok) throw new Error(`The export was refused: ${answer.status} ${await answer.text()}`);
    for await (const chunk of answer.body!) {
      if (bytes === 0) firstByte = performance.now() - began;
      bytes += (chunk as Uint8Array).length;
    }
  } finally {
    clearInterval(sampling);
  }
  const took = performance.now() - began;
  return { timing: timingOf([took], took / 1_000), bytes, firstByte, memory: { before, peak } };
}

/** The same columns in the same order by PostgreSQL itself. */
async function copyOut(pool: pg.Pool, unit: number): Promise<Timing> {
  const client = await pool.connect();
  const began = performance.now();
  try {
    await client.query("SET statement_timeout = 0");
    await pipeline(
      client.query(copyTo(copySql(unit))),
      new Writable({ write: (_chunk, _encoding, done) => done() }),
    );
  } finally {
    client.release(true);
  }
  const took = performance.now() - began;
  return timingOf([took], took / 1_000);
}

const copySql = (unit: number) => `COPY (
  SELECT a.ledger_number, a.title_name, l.name_zh, p.name_zh, a.award_date, r.names, r.places, r.numbers, r.units, r.bonuses,
    (SELECT string_agg(d.number, '、' ORDER BY x.position) FROM award_documents x JOIN documents d ON d.id = x.document_id WHERE x.award_id = a.id),
    (SELECT string_agg(b.name, '、' ORDER BY x.position) FROM award_granting_bodies x JOIN granting_bodies b ON b.id = x.granting_body_id WHERE x.award_id = a.id), a.state
  FROM award_scopes s JOIN awards a ON a.id = s.award_id JOIN levels l ON l.code = a.level_code LEFT JOIN prize_levels p ON p.code = a.prize_level_code
    LEFT JOIN LATERAL (SELECT string_agg(r.name, '、' ORDER BY r.position) AS names, string_agg(r.role::text, '、' ORDER BY r.position) AS places,
      string_agg(e.work_number, '、' ORDER BY r.position) AS numbers, string_agg(r.unit_name, '、' ORDER BY r.position) AS units, string_agg(r.bonus::text, '、' ORDER BY r.position) AS bonuses
      FROM award_recipients r LEFT JOIN employees e ON e.id = r.employee_id WHERE r.award_id = a.id) AS r ON true
  WHERE s.unit_id = ${unit} ORDER BY s.day DESC, s.award_id DESC) TO STDOUT (FORMAT csv)`;
