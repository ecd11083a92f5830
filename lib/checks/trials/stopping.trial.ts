import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { writersOverHttp } from "./company";
import { eventsBefore, nothingWrong, prove } from "./proof";
import { databaseOf, dataFolder, startRegistry, withQuery } from "./running";
import { startEmbedded } from "@/lib/db/embedded";
import { join } from "node:path";
import { tell } from "./telling";
import { signIn } from "./visitor";
import { groundOf } from "./writing";

test("SIGTERM under load: started requests finish, exit within 10 s", async () => {
  const folder = dataFolder(inject("dataDir"));
  const registry = await startRegistry(folder.path);
  try {
    const { ownerUrl } = databaseOf(folder.path);
    const { ground, from } = await withQuery(ownerUrl, async (query) => ({
      ground: await groundOf(query),
      from: await eventsBefore(query),
    }));
    const reader = await signIn(registry.url, "recorder");
    const company = await writersOverHttp(registry.url, ground, 4);
    await sleep(2_000);
    // The server has said of each that it has begun when the signal comes, and none is done.
    const begun = Array.from({ length: 4 }, () =>
      begin(`${registry.url}/awards?year=all&size=100`, reader.cookie()),
    );
    await Promise.all(begun.map(({ taken }) => taken));
    const stopping = registry.stop();
    const answers = await Promise.all(begun.map(({ answered }) => answered));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.every(({ text }) => text.trimEnd().endsWith("</html>"))).toBe(true);
    // Writers meet a closed door from here on; what was answered was done.
    const told = company.stop();
    const { code, milliseconds } = await stopping;
    await told;
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(10_000);
    const refused = Object.keys(Object.assign({}, ...company.books.map((book) => book.refused)) as object);
    expect(refused.filter((code) => !["stale", "conflict"].includes(code))).toEqual([]);
    const database = await startEmbedded({ directory: join(folder.path, "postgres") });
    try {
      expect(await withQuery(database.ownerUrl, (query) => prove(query, company.books, from))).toEqual(
        nothingWrong,
      );
    } finally {
      await database.stop();
    }
    const unanswered = company.books.reduce((sum, book) => sum + book.unanswered, 0);
    tell("SIGTERM under load", { "exit after ms": milliseconds, "turned away": unanswered });
  } finally {
    await registry.stop();
    folder.remove();
  }
});

/** Asks before it sends: "100 Continue" is the server's word that it has taken the request up. */
function begin(url: string, cookie: string) {
  const sent = request(url, { headers: { Cookie: cookie, Expect: "100-continue" } });
  const answered = new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    sent.once("error", reject).once("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      answer.once("error", reject).once("end", () => resolve({ status: answer.statusCode, text }));
    });
  });
  const taken = new Promise<void>((resolve) => void sent.once("continue", resolve));
  sent.end();
  return { answered, taken };
}
