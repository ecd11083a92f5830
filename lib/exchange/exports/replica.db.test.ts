import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSessions, wordsIn } from "@/e2e/world/exports";
import { actors, draft, plantLedger, title } from "@/e2e/world/ledger";
import { rememberWrites } from "@/lib/auth/written";
import { saveAward } from "@/lib/awards/commands";
import { db } from "@/lib/db/client";
import { type Replicated, startReplicated } from "@/lib/db/testing-replica";
import { exportAwards } from "./commands";

let world: Replicated;
const words = await wordsIn("en");

beforeAll(async () => {
  world = await startReplicated(async (ownerSql) => {
    await plantLedger({ ownerSql });
    await openSessions({ ownerSql }, new Date());
    await record("2020");
  });
}, 120_000);

afterAll(() => world.close());

it("is read from the replica, and from the primary by whoever has just written", async () => {
  await world.settled();
  await world.replica.tell("SELECT pg_wal_replay_pause()");
  await record("2021");
  const writer = { ...actors.admin, writtenUpTo: null as bigint | null };
  await rememberWrites(writer);
  expect(await datesSeenBy(actors.admin)).toEqual(["2020"]);
  expect(await datesSeenBy(writer)).toEqual(["2020", "2021"]);
  // What was put down about either stands on the primary.
  expect(await db.auditEvent.count({ where: { event: "awards.exported" } })).toBe(2);
});

async function record(awardDate: string) {
  const more = { titleId: title.craftsman, prizeLevelCode: "", bonus: "", recipients: [{ employeeId: 1 }] };
  const saved = await saveAward(actors.recorder, draft({ ...more, awardDate, documents: [] }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
}

async function datesSeenBy(actor: typeof actors.admin): Promise<string[]> {
  const input = {
    year: "all",
    rowPer: "award",
    format: "csv",
    columns: ["awardDate"],
    sort: "date",
    reason: "x",
  };
  const signal = new AbortController().signal;
  const result = await exportAwards(actor, input, { words, english: true, now: new Date(), signal });
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  const rows: string[][] = parse(await new Response(result.value.body).text(), { bom: true });
  return rows
    .slice(1)
    .map(([date]) => date!)
    .sort();
}
