import { request } from "node:http";
import { expect, inject, test, vi } from "vitest";
import { trialSettings } from "@/lib/env/early.mjs";
import { watchGrowth } from "./process";
import { databaseOf, dataFolder, type Query, startRegistry, withQuery } from "./running";
import { percentile, tell } from "./telling";
import { signIn, type Visitor } from "./visitor";

test("200,000 rows: first byte within 1 s, memory growth under 100 MB; four at once don't double the list's p99; client gone → the query ends within 2 s", async () => {
  const { rows } = trialSettings();
  const folder = dataFolder(inject("dataDir"));
  const registry = await startRegistry(folder.path, { WORKER: "off" });
  try {
    await withQuery(databaseOf(folder.path).ownerUrl, async (query) => {
      await plant(query, rows / 2);
      const hr = await signIn(registry.url, "union");
      const lists = (times: number) => listTimes(hr, times);
      await lists(20);
      const alone = percentile(await lists(100), 99);
      const memory = watchGrowth([registry.pid], 50);
      const one = await download(hr, registry.url);
      expect(one.lines).toBeGreaterThan(rows);
      const grown = memory.grown();

      const four = Array.from({ length: 4 }, () => download(hr, registry.url, "xlsx"));
      let running = true;
      const all = Promise.all(four).finally(() => (running = false));
      const beside: number[] = [];
      while (running) beside.push(...(await lists(5)));
      await all;
      const grownByFour = memory.grown();
      memory.stop();
      const together = percentile(beside, 99);

      const gone = await download(hr, registry.url, "csv", 200_000);
      const left = performance.now();
      await vi.waitUntil(async () => (await runningExports(query)) === 0, { timeout: 60_000, interval: 20 });
      const ended = performance.now() - left;
      tell("200,000 rows exported", {
        ...{
          rows: one.lines - 1,
          "first byte ms": one.firstByte,
          "whole s": one.whole / 1000,
          "memory grown MB": grown,
          "grown by four at once MB": grownByFour,
        },
        ...{
          "list p99 alone ms": alone,
          "beside four ms": together,
          "query ended after ms": ended,
          "bytes read by who left": gone.bytes,
        },
      });
      expect(one.firstByte).toBeLessThan(1_000);
      expect(grown).toBeLessThan(100);
      expect(ended).toBeLessThan(2_000);
      expect(together).toBeLessThan(Math.max(alone * 2, 100));
    });
  } finally {
    await registry.stop();
    folder.remove();
  }
});

async function listTimes(visitor: Visitor, times: number) {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const { status, milliseconds } = await visitor.get("/awards?year=2021&size=50");
    expect(status).toBe(200);
    took.push(milliseconds);
  }
  return took;
}

/** Effective awards of two people each, entered and confirmed as the rules have it. */
async function plant(query: Query, awards: number) {
  const numbers = `generate_series(1, ${awards}) AS n`;
  await query("SET statement_timeout = 0");
  await query(`BEGIN;
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('awards.imported', 'awards', 'trial', '{}', 'local');
    CREATE TEMPORARY TABLE planted ON COMMIT DROP AS
      SELECT n, nextval('awards_id_seq')::int AS id FROM ${numbers};
    INSERT INTO awards (id, title_id, title_name, level_code, category_code, award_date, award_year, recording_unit_id, created_by_id, updated_by_id, updated_at)
      SELECT p.id, t.id, t.name, l.level_code, t.category_code, '2022-05', 2022, (SELECT id FROM organizations WHERE code = 'HD03-GH'),
        (SELECT id FROM users WHERE username = 'recorder'), (SELECT id FROM users WHERE username = 'recorder'), now()
      FROM planted p, honor_titles t JOIN honor_title_levels l ON l.title_id = t.id WHERE t.name = '青岛工匠';
    INSERT INTO award_recipients (award_id, position, employee_id, name)
      SELECT p.id, k, e.ids[1 + (p.n * 2 + k) % 100], '某人' FROM planted p, generate_series(1, 2) AS k,
        (SELECT array_agg(id) AS ids FROM (SELECT id FROM employees ORDER BY id LIMIT 100) AS hundred) AS e;
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id) SELECT id, 'draft', (SELECT id FROM users WHERE username = 'recorder') FROM planted;
    COMMIT`);
  await query("ANALYZE");
}

type Downloaded = { firstByte: number; whole: number; lines: number; bytes: number };

/** Takes an export; with `until` it goes away after so many bytes. */
function download(
  { cookie }: Visitor,
  url: string,
  format: "csv" | "xlsx" = "csv",
  until = Infinity,
): Promise<Downloaded> {
  const columns = ["title", "level", "name", "recordingUnit"];
  const form = new URLSearchParams([
    ["year", "2022"],
    ["rowPer", "recipient"],
    ["format", format],
    ["reason", "年度汇总"],
    ...columns.map((column) => ["columns", column]),
  ]).toString();
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/awards/export/file`, {
      method: "POST",
      headers: { Origin: url, Cookie: cookie(), "Content-Type": "application/x-www-form-urlencoded" },
    });
    sent.once("error", reject).once("response", (answer) => {
      const told = { firstByte: NaN, whole: 0, lines: 0, bytes: 0 };
      if (answer.statusCode !== 200) return reject(new Error(`The export answers ${answer.statusCode}.`));
      answer.on("data", (piece: Buffer) => {
        if (told.bytes === 0) told.firstByte = performance.now() - began;
        told.bytes += piece.length;
        for (const byte of piece) if (byte === 10) told.lines += 1;
        if (told.bytes > until) {
          sent.destroy();
          resolve(told);
        }
      });
      answer
        .once("error", () => {})
        .once("end", () => resolve({ ...told, whole: performance.now() - began }));
    });
    sent.end(form);
  });
}

const runningExports = async (query: Query) =>
  (
    await query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'honors-registry' AND xact_start IS NOT NULL AND pid <> pg_backend_pid()",
    )
  ).length;
