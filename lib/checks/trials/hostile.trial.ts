import { execFileSync } from "node:child_process";
import { expect, inject, test, vi } from "vitest";
import { bytesOf, rawBook } from "@/lib/exchange/sheets/testing";
import { zip } from "@/lib/exchange/sheets/zip";
import { watchGrowth } from "./process";
import { databaseOf, dataFolder, type Query, startRegistry, withQuery } from "./running";
import { percentile, tell } from "./telling";
import { signIn, type Visitor } from "./visitor";
import { groundOf } from "./writing";

const row = `<row><c t="inlineStr"><is><t>姓名</t></is></c></row>`;

/** What is sent in, and what becomes of it. */
const books: [what: string, make: () => Promise<Buffer>, state: RegExp][] = [
  ["1 MB that unpacks to 1 GB", () => rawBook({ sheet: blanks(1_000) }), /failed/],
  ["a directory that lies about the size", forged, /failed/],
  ["as many entries as a plain archive can name", () => bytesOf(zip(entries(65_000))), /failed/],
  [
    "a dimension and validations of the whole sheet",
    () =>
      rawBook({
        sheet: [
          `<dimension ref="A1:XFD1048576"/><sheetData>${row}${row}</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>`,
          `<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
        ],
      }),
    /mapping|failed/,
  ],
];

test("hostile workbooks: done with in 5 s, memory growth under 150 MB, others not slowed", async () => {
  const folder = dataFolder(inject("dataDir"));
  const files = await Promise.all(
    books.map(async ([what, make, state]) => ({ what, bytes: await make(), state })),
  );
  const registry = await startRegistry(folder.path);
  try {
    await withQuery(databaseOf(folder.path).ownerUrl, async (query) => {
      const { unionId } = await groundOf(query);
      const [recorder, other] = await Promise.all([
        signIn(registry.url, "recorder"),
        signIn(registry.url, "union"),
      ]);
      const worker = await workerOf(registry.pid);
      // A first file, so that the worker has loaded what it reads with.
      await takeIn(query, recorder, Buffer.from("姓名,工号\n甲,1\n"), unionId, /mapping/);
      await lists(other, 20);
      const alone = percentile(await lists(other, 60), 95);
      const memory = watchGrowth([worker, registry.pid]);
      const beside: number[] = [];
      const took: Record<string, number> = {};
      for (const { what, bytes, state } of files) {
        const began = performance.now();
        let reading = true;
        const taken = takeIn(query, recorder, bytes, unionId, state).finally(() => (reading = false));
        while (reading) beside.push(...(await lists(other, 1)));
        await taken;
        took[`${what} s`] = (performance.now() - began) / 1_000;
      }
      const grown = memory.grown();
      memory.stop();
      const together = percentile(beside, 95);
      tell("hostile workbooks", {
        ...took,
        ...{ "memory grown MB": grown },
        ...{ "list p95 alone ms": alone, "list p95 beside ms": together },
      });
      expect(Math.max(...Object.values(took))).toBeLessThan(5);
      expect(grown).toBeLessThan(150);
      expect(together).toBeLessThan(Math.max(alone * 2, 100));
    });
  } finally {
    await registry.stop();
    folder.remove();
  }
});

/** Sends a workbook in, or has it refused at the door; otherwise waits until the worker has looked into it. */
async function takeIn(query: Query, visitor: Visitor, bytes: Buffer, unitId: number, state: RegExp) {
  const field = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${field("kind", "awards")}${field("unitId", String(unitId))}--x\r\nContent-Disposition: form-data; name="file"; filename="名单.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--x--\r\n")]);
  const answer = await visitor.post("/exchange/imports/upload", body, {
    "Content-Type": "multipart/form-data; boundary=x",
  });
  if (answer.status !== 201) {
    expect([answer.status, answer.text]).toEqual([
      expect.toBeOneOf([400, 413, 415]),
      expect.stringContaining("fault"),
    ]);
    return;
  }
  const { id } = JSON.parse(answer.text) as { id: number };
  const stateOf = async () =>
    (await query<{ state: string }>("SELECT state FROM import_batches WHERE id = $1", [id]))[0]!.state;
  await vi.waitUntil(async () => state.test(await stateOf()), { timeout: 60_000, interval: 20 });
}

async function lists(visitor: Visitor, times: number) {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn++) took.push((await visitor.get("/awards?year=2021")).milliseconds);
  return took;
}

async function workerOf(pid: number): Promise<number> {
  const find = () => {
    try {
      return Number(
        execFileSync("pgrep", ["-P", String(pid), "-f", "worker.mjs"], { encoding: "utf8" }).trim(),
      );
    } catch {
      return 0;
    }
  };
  await vi.waitUntil(() => find() > 0, { timeout: 30_000 });
  return find();
}

async function forged(): Promise<Buffer> {
  const bytes = await rawBook({ sheet: ["<sheetData>", row.repeat(50_000), "</sheetData>"] });
  const name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
  bytes.writeUInt32LE(5_000, name - 46 + 24);
  return bytes;
}

function* blanks(megabytes: number): Generator<string> {
  yield "<sheetData>";
  const blank = " ".repeat(1024 * 1024);
  for (let count = 0; count < megabytes; count++) yield blank;
  yield "</sheetData>";
}

function* entries(count: number) {
  for (let index = 0; index < count; index++) yield { path: `xl/${index}.xml`, text: [""] };
}
