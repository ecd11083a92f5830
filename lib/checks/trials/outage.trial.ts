import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { startEmbedded } from "@/lib/db/embedded";
import { writersOverHttp } from "./company";
import { eventsBefore, nothingWrong, prove } from "./proof";
import {
  databaseOf,
  dataFolder,
  type Folder,
  killDatabase,
  settingsOf,
  startRegistry,
  withQuery,
} from "./running";
import { type Switch, switchBefore } from "./switch";
import { tell } from "./telling";
import { signIn } from "./visitor";
import { groundOf } from "./writing";

let folder: Folder;
beforeEach(() => void (folder = dataFolder(inject("dataDir"))));
afterEach(() => folder.remove());

/** What never leaves the server. */
const insides = /node_modules|\bat \S+ \(|Prisma|ECONN|57P0|SELECT /;
const inWords = /系统暂时不可用|数据库|稍后/;

test("the database gone for 10 s and back under writes: 503 in words, recovery without restart, nothing lost", async () => {
  await withDatabase({}, async ({ database, registry, gate }) => {
    const { ground, from } = await withQuery(database.ownerUrl, async (query) => ({
      ground: await groundOf(query),
      from: await eventsBefore(query),
    }));
    const reader = await signIn(registry.url, "recorder");
    const company = await writersOverHttp(registry.url, ground, 4);
    const count = () => company.books.reduce((sum, book) => sum + book.written.length, 0);
    await vi.waitUntil(() => count() > 10, { timeout: 60_000 });
    gate.off();
    const gone = performance.now();
    // Whoever asks in the meantime is told at once, on a page, in a list's data and by an action.
    const page = await reader.get("/awards");
    expect([page.status, inWords.test(page.text), insides.test(page.text)]).toEqual([503, true, false]);
    const found = await reader.get("/employees/search?q=%E8%B4%BE");
    expect([found.status, found.text]).toEqual([503, '{"fault":{"code":"unavailable"}}']);
    const act = await reader.act("lib/teams/actions.ts createTeam", {
      name: "x",
      kind: "crew",
      unitId: ground.unitId,
      key: crypto.randomUUID(),
    });
    expect(act).toMatchObject({ ok: false, fault: { code: "unavailable" } });
    expect((await reader.get("/api/health")).status).toBe(503);
    expect((await fetch(`${registry.url}/sign-in`)).status).toBe(200);
    await sleep(10_000 - (performance.now() - gone));
    gate.on();
    const back = performance.now();
    await vi.waitUntil(async () => (await reader.get("/awards")).status === 200, {
      timeout: 10_000,
      interval: 50,
    });
    const seconds = (performance.now() - back) / 1000;
    const written = count();
    await vi.waitUntil(() => count() > written, { timeout: 30_000 });
    await company.stop();
    const { refused } = company.books[0]!;
    expect(
      Object.keys(refused).filter((code) => !["unavailable", "stale", "conflict"].includes(code)),
    ).toEqual([]);
    expect(await withQuery(database.ownerUrl, (query) => prove(query, company.books, from))).toEqual(
      nothingWrong,
    );
    tell("database gone for 10 s", { "back after s": seconds, written });
  });
});

test("kill -9 of the embedded PostgreSQL: 503, not wrong data; served again within 10 s", async () => {
  const registry = await startRegistry(folder.path);
  try {
    const reader = await signIn(registry.url, "recorder");
    const before = await reader.get("/awards?year=all&size=100");
    expect(before.status).toBe(200);
    killDatabase(folder.path);
    const killed = performance.now();
    const answers: number[] = [];
    await vi.waitUntil(
      async () => {
        const answer = await reader.get("/employees/search?q=%E8%B4%BE");
        answers.push(answer.status);
        if (answer.status === 200) expect(answer.text).toContain("贾建华");
        return answer.status === 200 && answers.includes(503);
      },
      { timeout: 10_000, interval: 20 },
    );
    tell("PostgreSQL killed", { "served again after s": (performance.now() - killed) / 1000 });
    expect([...new Set(answers)].sort()).toEqual([200, 503]);
    expect(databaseOf(folder.path).appUrl).toContain("127.0.0.1");
  } finally {
    await registry.stop();
  }
});

test("every connection of the pool taken: whoever waits too long is told so, and all goes on when they are free again", async () => {
  await withDatabase({ DATABASE_POOL_SIZE: "2" }, async ({ database, registry }) => {
    const reader = await signIn(registry.url, "recorder");
    const { ground } = await withQuery(database.ownerUrl, async (query) => ({
      ground: await groundOf(query),
    }));
    const blocked = await withQuery(database.ownerUrl, async (query) => {
      await query("BEGIN");
      await query("LOCK TABLE teams IN ACCESS EXCLUSIVE MODE");
      const began = performance.now();
      // Two wait for the lock and hold the pool's connections; the others wait for a connection.
      const orders = Array.from({ length: 12 }, (_, index) =>
        reader.act("lib/teams/actions.ts createTeam", {
          name: `满 ${index}`,
          kind: "crew",
          unitId: ground.unitId,
          key: crypto.randomUUID(),
        }),
      );
      const results = await Promise.all(orders);
      const seconds = (performance.now() - began) / 1000;
      expect(results.map((result) => (result.ok ? "ok" : result.fault.code))).toEqual(
        results.map(() => "unavailable"),
      );
      const page = await reader.get("/teams");
      expect([page.status, insides.test(page.text)]).toEqual([503, false]);
      await query("ROLLBACK");
      return seconds;
    });
    const result = await reader.act("lib/teams/actions.ts createTeam", {
      name: "满 后",
      kind: "crew",
      unitId: ground.unitId,
      key: crypto.randomUUID(),
    });
    expect(result.ok).toBe(true);
    expect((await reader.get("/teams")).status).toBe(200);
    tell("pool exhausted", { "refused within s": blocked });
  });
});

type World = {
  database: { ownerUrl: string; appUrl: string };
  registry: Awaited<ReturnType<typeof startRegistry>>;
  gate: Switch;
};

/** A server whose database is another's, behind a switch. */
async function withDatabase(more: Record<string, string>, work: (world: World) => Promise<void>) {
  const database = await startEmbedded({ directory: join(folder.path, "postgres") });
  const [gate, ownerGate] = await Promise.all([
    switchBefore(database.appUrl),
    switchBefore(database.ownerUrl),
  ]);
  const settings = settingsOf(folder.path, { appUrl: gate.url, ownerUrl: ownerGate.url });
  const registry = await startRegistry(folder.path, { ...settings, ...more });
  try {
    await work({ database, registry, gate });
  } finally {
    await registry.stop();
    await Promise.all([gate.close(), ownerGate.close()]);
    await database.stop();
  }
}
