import { beforeAll, expect, it } from "vitest";
import { actors, audited, buildLedger, draft } from "@/e2e/world/ledger";
import type { TestDatabase } from "@/lib/db/testing";
import { saveAward } from "../commands";
import { submitAward } from "../review/commands";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
});
const { recorder } = actors;

it("a snapshot that today's knowledge would not change is not written again, and one that it would is", async () => {
  const rowsOf = (id: number) =>
    world.ownerSql("SELECT id, name, post FROM award_recipients WHERE award_id = $1 ORDER BY position", [id]);
  const [same, other] = [await saveAward(recorder, draft()), await saveAward(recorder, draft())];
  const [a, b] = [same.ok ? same.value.id : 0, other.ok ? other.value.id : 0];
  const [before, then] = [await rowsOf(a), await rowsOf(b)];
  await submitAward(recorder, { id: a, version: 1 });
  expect(await rowsOf(a)).toEqual(before);
  await world.ownerSql(`${audited} UPDATE employees SET name = '贾建桦' WHERE id = 1;`);
  expect((await submitAward(recorder, { id: b, version: 1 })).ok).toBe(true);
  expect(await rowsOf(b)).toMatchObject([{ name: then[0]!.name }, { name: "贾建桦", post: then[1]!.post }]);
  await world.ownerSql(`${audited} UPDATE employees SET name = '贾建华' WHERE id = 1;`);
});
