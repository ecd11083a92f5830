import { setTimeout as sleep } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { trialSettings } from "@/lib/env/early.mjs";
import { residentMegabytes } from "./process";
import { databaseOf, dataFolder, startRegistry, withQuery } from "./running";
import { percentile, tell } from "./telling";
import { signIn, type Visitor } from "./visitor";
import { type Ground, groundOf } from "./writing";

/** Milliseconds that a quick person takes before the next click. */
const THINKING = 1_000;
const PEOPLE = 8;

test("8 people at once, 80/15/5 read, search, write: no error, p99 under 500 ms, flat memory", async () => {
  const { minutes } = trialSettings();
  const folder = dataFolder(inject("dataDir"));
  const registry = await startRegistry(folder.path);
  try {
    const ground = await withQuery(databaseOf(folder.path).ownerUrl, groundOf);
    const visitors = await Promise.all(
      Array.from({ length: PEOPLE }, (_, index) => signIn(registry.url, index % 2 ? "union" : "recorder")),
    );
    // Every page is compiled and every pool filled before the clock runs.
    for (const visitor of visitors.slice(0, 2))
      for (let turn = 0; turn < 40; turn++) await click(visitor, turn, 0, ground);
    const took: number[] = [];
    const faults: string[] = [];
    const memory: number[] = [];
    const end = performance.now() + minutes * 60_000;
    const sampling = setInterval(() => memory.push(residentMegabytes(registry.pid)), 1_000);
    await Promise.all(
      visitors.map(async (visitor, person) => {
        await sleep((THINKING / PEOPLE) * person);
        for (let turn = 0; performance.now() < end; turn++) {
          const began = performance.now();
          const fault = await click(visitor, turn, person, ground).catch((error: Error) => error.message);
          took.push(performance.now() - began);
          if (fault) faults.push(fault);
          await sleep(THINKING);
        }
      }),
    );
    clearInterval(sampling);
    const part = (from: number, to: number) =>
      percentile(memory.slice(memory.length * from, memory.length * to), 50);
    const [early, late] = [part(0.2, 0.4), part(0.8, 1)];
    tell("8 people at once", {
      ...{ minutes, requests: took.length, "p50 ms": percentile(took, 50), "p99 ms": percentile(took, 99) },
      ...{ "memory early MB": early, "memory late MB": late, faults: faults.length },
    });
    expect(faults.slice(0, 5)).toEqual([]);
    expect(late).toBeLessThan(early * 1.15);
    expect(percentile(took, 99)).toBeLessThan(500);
  } finally {
    await registry.stop();
    folder.remove();
  }
});

const pages = [
  "/",
  "/awards",
  "/awards?year=all&page=2",
  "/employees",
  "/honors",
  "/documents",
  "/organizations",
  "/teams",
  "/studios",
  "/achievements",
];
const searches = [
  "/employees/search?q=%E7%8E%8B",
  "/employees/search?q=zhang",
  "/honors/search?q=gongjiang",
  "/awards?year=all&q=%E5%B7%A5%E5%8C%A0",
];

/** One click: of twenty sixteen read, three search and one writes. What went wrong, or null. */
async function click(
  visitor: Visitor,
  turn: number,
  person: number,
  { unitId }: Ground,
): Promise<string | null> {
  const place = (turn + person * 3) % 20;
  if (place === 19) {
    const key = crypto.randomUUID();
    const result = await visitor.act("lib/teams/actions.ts createTeam", {
      name: `班组 ${key}`,
      kind: "crew",
      unitId,
      key,
    });
    return result.ok ? null : `createTeam: ${result.fault.code}`;
  }
  const path =
    place >= 16 ? searches[(turn + person) % searches.length]! : pages[(turn + person) % pages.length]!;
  const { status } = await visitor.get(path);
  return status === 200 ? null : `${path}: ${status}`;
}
