import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { sealEvents } from "@/lib/audit/seals/seal";
import { signingKey } from "@/lib/audit/seals/signing-key";
import { systemStands } from "@/lib/db/acting";
import { closePool } from "@/lib/db/pool";
import { startEmbedded } from "@/lib/db/embedded";
import { setEnvironment, trialSettings } from "@/lib/env/early.mjs";
import { writersByCommand } from "./company";
import { eventsBefore, nothingWrong, prove } from "./proof";
import { dataFolder, settingsOf, verifyTrail, withQuery } from "./running";
import { tell } from "./telling";
import { groundOf } from "./writing";

/** Turns of writing with and without sealing, one after the other, so that both meet the same machine. */
const TURNS = 12;

test("8 writers at once: no gap, no fork, no deadlock, and the chain under 20 % of their pace", async () => {
  const folder = dataFolder(inject("dataDir"));
  const database = await startEmbedded({ directory: join(folder.path, "postgres") });
  const settings = settingsOf(folder.path, database);
  setEnvironment(settings);
  systemStands();
  try {
    const key = signingKey();
    await withQuery(database.ownerUrl, async (query) => {
      const ground = await groundOf(query);
      const from = await eventsBefore(query);
      const companies = await Promise.all([4, 4].map((hands) => writersByCommand(settings, ground, hands)));
      const books = companies.flatMap((company) => company.books);
      const count = () => books.reduce((sum, { written }) => sum + written.length, 0);
      await sleep(2_000);
      const pace = { with: 0, without: 0 };
      let seals = 0;
      for (let turn = 0; turn < TURNS; turn++) {
        const way = turn % 2 ? ("with" as const) : ("without" as const);
        // What the turn before left over belongs to nobody's time.
        while ((await sealEvents(key)) > 0);
        const [before, began] = [count(), performance.now()];
        const end = began + (trialSettings().seconds / TURNS) * 2_000;
        while (performance.now() < end) {
          await sleep(1_000);
          if (way === "with" && (await sealEvents(key)) > 0) seals += 1;
        }
        pace[way] += (count() - before) / ((performance.now() - began) / 1_000) / (TURNS / 2);
      }
      await Promise.all(companies.map((company) => company.stop()));
      while ((await sealEvents(key)) > 0);
      const cost = (1 - pace.with / pace.without) * 100;
      tell("8 writers and the chain", {
        "writes/s without": pace.without,
        "writes/s with": pace.with,
        "cost %": cost,
        seals,
      });
      expect(await prove(query, books, from)).toEqual(nothingWrong);
      const [{ deadlocks } = { deadlocks: -1 }] = await query<{ deadlocks: number }>(
        "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
      );
      expect(deadlocks).toBe(0);
      expect(books.map(({ refused }) => refused)).toEqual(books.map(() => ({})));
      expect(seals).toBeGreaterThan(TURNS / 2);
      expect(cost).toBeLessThan(20);
    });
    const said = await verifyTrail(settings);
    expect(said).toMatch(/The trail holds/);
    expect(said).toMatch(/; 0 events wait/);
  } finally {
    await closePool();
    await database.stop();
    folder.remove();
  }
});
