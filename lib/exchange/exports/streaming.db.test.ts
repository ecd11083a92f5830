import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, it, vi } from "vitest";
import { openSessions, wordsIn } from "@/e2e/world/exports";
import { actors, audited, buildLedger } from "@/e2e/world/ledger";
import { db } from "@/lib/db/client";
import { sqlOfRead } from "@/lib/db/read-sql";
import type { TestDatabase } from "@/lib/db/testing";
import { exportAwards } from "./commands";
import { leasesAtOnce } from "./ledger/lease";

const many = 3_000;
const words = await wordsIn("en");
let world: TestDatabase;

beforeAll(async () => {
  world = await buildLedger();
  await openSessions(world, new Date());
  await world.ownerSql(plant(1_000, many));
}, 90_000);

/** Drafts of two people each. */
function plant(from: number, count: number): string {
  const numbers = `generate_series(${from}, ${from + count - 1}) AS n`;
  return `${audited.replace("'users'", "'users','awards'")}
    INSERT INTO awards (id, title_id, title_name, level_code, category_code, prize_level_code, award_date, award_year, recording_unit_id, created_by_id, updated_by_id, updated_at)
      SELECT n, 1, '成果' || n, 'city', 'innovation', 'third', '2022-12', 2022, 12, 1, 1, now() FROM ${numbers};
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id) SELECT n, 'draft', 1 FROM ${numbers};
    INSERT INTO award_recipients (award_id, position, name, employee_id) SELECT n, 1, '甲', 1 FROM ${numbers} UNION ALL SELECT n, 2, '乙', 2 FROM ${numbers};`;
}

async function open(format: "csv" | "xlsx" = "csv", signal = new AbortController().signal) {
  const input = {
    year: "2022",
    rowPer: "recipient",
    format,
    columns: ["title", "level", "name", "place", "recordingUnit"],
    reason: "x",
  };
  return exportAwards(actors.admin, input, { words, english: true, now: new Date(), signal });
}

async function body(format?: "csv" | "xlsx", signal?: AbortSignal) {
  const result = await open(format, signal);
  if (!result.ok) throw new Error(result.fault.code);
  return result.value.body;
}

/** Transactions of the app that are open, as its own role sees them. */
const snapshots = async () =>
  (
    await world.appSql(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'honors-registry' AND xact_start IS NOT NULL AND pid <> pg_backend_pid()",
    )
  ).length;
const allClosed = () =>
  vi.waitFor(async () => expect(await snapshots()).toBe(0), { timeout: 2_000, interval: 20 });

it("begins before it ends, and holds one moment whatever is added meanwhile", async () => {
  const reader = (await body()).getReader();
  const first = await reader.read();
  expect(await snapshots()).toBe(1);
  await world.ownerSql(plant(900, 50));
  let text = new TextDecoder().decode(first.value);
  const decoder = new TextDecoder();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    text += decoder.decode(piece.value, { stream: true });
  const rows: string[][] = parse(text, { bom: true });
  expect(rows).toHaveLength(1 + many * 2);
  expect(rows.at(-1)).toEqual(["成果1000", "City", "乙", "2nd contributor of 2", "甲公司工会"]);
  const { after } = await db.auditEvent.findFirstOrThrow({
    where: { event: "awards.exported" },
    orderBy: { id: "desc" },
  });
  expect(after).toMatchObject({ count: many * 2, awards: many });
  await allClosed();
}, 60_000);

it.each(["csv", "xlsx"] as const)(
  "ends its query and gives its connection back when the reader of a %s goes away",
  async (format) => {
    const reader = (await body(format)).getReader();
    await reader.read();
    expect(await snapshots()).toBe(1);
    await reader.cancel();
    await allClosed();
  },
);

it("asks again who sits there for more than a thousand rows, and holds no snapshot meanwhile", async () => {
  await openSessions(world, new Date(Date.now() - 6 * 60_000));
  expect(await open()).toEqual({ ok: false, fault: { code: "unconfirmed" } });
  await allClosed();
  await openSessions(world, new Date());
});

it("ends when the request is given up before anyone reads", async () => {
  const request = new AbortController();
  await body("csv", request.signal);
  expect(await snapshots()).toBe(1);
  request.abort();
  await allClosed();
});

it("stops a statement that still runs", async () => {
  const reader = (await body()).getReader();
  await world.ownerSql(`ALTER TABLE levels RENAME TO levels_kept;
    CREATE VIEW levels AS WITH pause AS MATERIALIZED (SELECT pg_sleep(60)) SELECT v.* FROM pause, levels_kept v;
    GRANT SELECT ON levels TO registry_app`);
  await reader.read(); // the header
  const waiting = reader.read();
  await sleep(300);
  await reader.cancel();
  await allClosed();
  expect((await waiting).done).toBe(true);
  await world.ownerSql("DROP VIEW levels; ALTER TABLE levels_kept RENAME TO levels");
});

it("runs as many at once as it has connections for, and tells the next to wait", async () => {
  const readers = await Promise.all(
    Array.from({ length: leasesAtOnce }, async () => (await body()).getReader()),
  );
  expect(await open()).toEqual({
    ok: false,
    fault: { code: "throttled", detail: { message: "exportsBusy" } },
  });
  await readers[0]!.cancel();
  const next = await open();
  expect(next.ok).toBe(true);
  await Promise.all([
    ...readers.slice(1).map((reader) => reader.cancel()),
    next.ok && next.value.body.cancel(),
  ]);
  await allClosed();
});

it("says the SQL of a read without running it, and nothing but a read", async () => {
  const texts = await Promise.all(
    [1, 2, 3].map((id) =>
      sqlOfRead((client) => client.award.findMany({ where: { id }, select: { id: true } })),
    ),
  );
  expect(texts.map(({ values }) => values[0])).toEqual([1, 2, 3]);
  await expect(sqlOfRead((client) => client.exportLayout.deleteMany())).rejects.toThrow();
  await expect(
    sqlOfRead((client) => Promise.all([client.level.findMany(), client.category.findMany()])),
  ).rejects.toThrow("2 statements");
});
