import { beforeAll, expect, it } from "vitest";
import { audited, buildLedger } from "@/e2e/world/ledger";
import { bestNamed } from "./best-named";
import { testDatabase } from "./testing";

const { ownerSql } = await testDatabase();
const order = "t.finished_on DESC NULLS LAST, t.id DESC";

beforeAll(async () => {
  await buildLedger();
  await ownerSql(`BEGIN; ${audited.replace(`'users'`, `'users','achievements'`)}
    INSERT INTO achievements (id, name, kind, finished_on, updated_at) VALUES
      (901, '吊装', 'innovation', '1990', now()), (902, '吊裝規程', 'innovation', '1991-05', now()), (903, '整体吊装法', 'innovation', NULL, now()),
      (904, '吊装规程二', 'innovation', '1930', now()), (905, '吊钩与安装', 'innovation', '2020', now());
    INSERT INTO achievements (id, name, kind, finished_on, updated_at)
      SELECT 1000 + n, '塔机吊装工艺' || n, 'innovation', (2000 + n / 20)::text, now() FROM generate_series(1, 400) n; COMMIT`);
}, 120_000);

async function best(q: string, limit: number, seen = "true"): Promise<number[]> {
  const text = `SELECT id FROM achievements WHERE ${seen}`;
  const rows = await bestNamed("achievement", q, { order, limit }, { text, values: [] });
  return rows.map(({ id }) => id);
}

it("gives the name itself, then those that begin so, then the rest, each the latest first", async () => {
  expect(await best("吊装", 6)).toEqual([901, 902, 904, 1400, 1399, 1398]);
  expect(await best("diaozhuang", 6)).toEqual([901, 902, 904, 1400, 1399, 1398]);
  expect(await best("塔机吊装", 3)).toEqual([1400, 1399, 1398]);
  expect(await best("吊装", 1)).toEqual([901]);
  expect(await best("吊装", 404)).toHaveLength(403 + 1);
});

it("goes on to the oldest and to those without a date where the latest are not the actor's", async () => {
  expect(await best("吊装", 3, "id <> 901 AND id < 1003")).toEqual([902, 904, 1002]);
  expect(await best("吊装", 9, "id IN (903, 904, 1001)")).toEqual([904, 1001, 903]);
  expect(await best("吊装", 9, "id = 905")).toEqual([]);
});

it("knows the year that a change gives", async () => {
  await ownerSql(`BEGIN; ${audited.replace(`'users'`, `'users','achievements'`)}
    UPDATE achievements SET finished_on = '2023' WHERE id = 1001; COMMIT`);
  expect(await best("工艺", 2)).toEqual([1001, 1400]);
});
