import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { startEmbedded } from "@/lib/db/embedded";
import { trialSettings } from "@/lib/env/early.mjs";
import { writersByCommand, writersOverHttp } from "./company";
import { eventsBefore, nothingWrong, prove } from "./proof";
import {
  databaseOf,
  dataFolder,
  type Folder,
  freePort,
  killDatabase,
  settingsOf,
  startRegistry,
  untilListening,
  verifyTrail,
  withQuery,
} from "./running";
import { tell } from "./telling";
import { type Book, groundOf } from "./writing";

const { seconds, kills } = trialSettings();
let folder: Folder;
beforeEach(() => void (folder = dataFolder(inject("dataDir"))));
afterEach(() => folder.remove());

test("kill -9 of the app and of PostgreSQL during mixed writes: every acknowledged write is there, a record and its event never apart", async () => {
  const database = await startEmbedded({ directory: join(folder.path, "postgres") });
  const settings = settingsOf(folder.path, database);
  const port = await freePort();
  let registry = await startRegistry(folder.path, { port, ...settings });
  try {
    const { ground, from } = await look(database.ownerUrl);
    const mail = await unreadMail(database.ownerUrl, 60_000);
    const part = (index: number) => ({
      ...ground,
      unread: { from: mail + index * 15_000, to: mail + (index + 1) * 15_000 },
    });
    const http = await writersOverHttp(registry.url, part(0), 2);
    const steady = await writersByCommand(settings, part(1), 8);
    let killed = await writersByCommand(settings, part(2), 8);
    const companies = [http, steady, killed];

    await sleep(seconds * 250);
    killDatabase(folder.path);
    await sleep(seconds * 250);
    await registry.kill();
    killed.kill();
    registry = await startRegistry(folder.path, { port, ...settings });
    killed = await writersByCommand(settings, part(3), 8);
    companies.push(killed);
    await sleep(seconds * 250);
    killDatabase(folder.path);
    await registry.kill();
    await untilListening(database.ownerUrl);
    registry = await startRegistry(folder.path, { port, ...settings });
    await sleep(seconds * 250);
    await Promise.all(companies.map((company) => company.stop()));

    const books = companies.flatMap((company) => company.books);
    expect(otherRefusals(books)).toEqual({});
    expect(await withQuery(database.ownerUrl, (query) => prove(query, books, from))).toEqual(nothingWrong);
    expect(await verifyTrail(settings)).toMatch(/The trail holds/);
    tell("killed under mixed writes", {
      "writes/s": countOf(books) / seconds,
      writes: countOf(books),
      unanswered: sum(books, "unanswered"),
    });
  } finally {
    await registry.stop();
    await database.stop();
  }
});

test("kill -9 of the app under writes, again and again: every acknowledged write is there, and it is up again in 5 s", async () => {
  const port = await freePort();
  let registry = await startRegistry(folder.path, { port });
  const books: Book[] = [];
  const [ups, computed]: [number[], number[]] = [[], []];
  try {
    const { ground, from } = await look(databaseOf(folder.path).ownerUrl);
    for (let turn = 0; turn < kills; turn++) {
      const company = await writersOverHttp(registry.url, ground, 4);
      books.push(...company.books);
      // In full swing, and not at the same place each time.
      await vi.waitUntil(() => countOf(company.books) > 5 + (turn % 7), { timeout: 60_000, interval: 1 });
      await registry.kill();
      const stopped = company.stop();
      registry = await startRegistry(folder.path, { port });
      ups.push(registry.ready);
      computed.push(registry.computed);
      await stopped;
    }
    const { ownerUrl } = databaseOf(folder.path);
    expect(otherRefusals(books)).toEqual({});
    expect(await withQuery(ownerUrl, (query) => prove(query, books, from))).toEqual(nothingWrong);
    expect(await verifyTrail({ DATA_DIR: folder.path })).toMatch(/The trail holds/);
    tell("killed again and again", {
      kills,
      writes: countOf(books),
      "slowest start ms": Math.max(...ups),
      "of it computed s": Math.max(...computed),
      unanswered: sum(books, "unanswered"),
    });
    expect(Math.max(...ups)).toBeLessThan(5_000);
  } finally {
    await registry.stop();
  }
});

const look = (url: string) =>
  withQuery(url, async (query) => ({ ground: await groundOf(query), from: await eventsBefore(query) }));

/** Puts so many messages into the recorder's box; the id of the first, which the others follow. */
const unreadMail = (url: string, count: number) =>
  withQuery(url, async (query) => {
    const [made] = await query<{ first: number }>(
      `WITH made AS (INSERT INTO inbox_messages (user_id, kind, noun, noun_id, data)
         SELECT u.id, 'award_confirmed', 'awards', 1, '{}' FROM users u, generate_series(1, $1) WHERE u.username = 'recorder' RETURNING id)
       SELECT min(id) AS first FROM made`,
      [count],
    );
    return made!.first;
  });

/** While a part is down writes are refused as that; for a form that is sent again it may have been done already. */
function otherRefusals(books: readonly Book[]) {
  const expected = ["unavailable", "stale", "conflict"];
  return Object.fromEntries(
    books.flatMap(({ refused }) => Object.entries(refused).filter(([code]) => !expected.includes(code))),
  );
}

const countOf = (books: readonly Book[]) => books.reduce((sum, { written }) => sum + written.length, 0);
const sum = (books: readonly Book[], key: "unanswered") =>
  books.reduce((total, book) => total + book[key], 0);
