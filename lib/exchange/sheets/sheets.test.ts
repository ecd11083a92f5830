import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { restoreFormula } from "@/lib/kernel/text";
import { byteStream } from "./byte-stream";
import { csv } from "./csv";
import type { Book, Cell } from "./sheet";
import { xlsx } from "./xlsx";

const signs = ["=1+1", "+86 532", "-", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠1", "'=1", "''=1"];
const odd = [
  "㛃䶮𠮷𬭎",
  'a"b,c',
  "一行\n二行",
  " 前后 ",
  "<b>&amp;</b>",
  "_x0041_",
  "0001234",
  "1E5",
  "2022-05",
  "it's",
];

function book(rows: Cell[][], name = "获奖台账"): Book {
  return {
    name,
    columns: [
      { header: "获奖主体", width: 20, kind: "text" },
      { header: "奖金（元）", width: 12, kind: "money" },
    ],
    rowCount: rows.length,
    batches: batchesOf(rows),
    notes: {
      name: "说明",
      rows: [
        ["事由", "=cmd"],
        ["行数", String(rows.length)],
      ],
    },
  };
}

async function* batchesOf(rows: Cell[][], size = 3) {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

describe("XLSX", () => {
  it("gives back what was written: texts as text, amounts as numbers, gaps as gaps", async () => {
    const rows: Cell[][] = [...signs, ...odd].map((text, index) => [text, index % 2 ? index + 0.25 : null]);
    const { sheets } = await readXlsx(await bytesOf(xlsx.write(book(rows))));
    expect(sheets.map(({ name }) => name)).toEqual(["获奖台账", "说明"]);
    const [header, ...read] = sheets[0]!.rows;
    expect(header).toEqual(["获奖主体", "奖金（元）"]);
    const texts = read.map(([text]) => restoreFormula(String(text)));
    // The one reading that the reader leaves to us: Excel's own escape.
    expect(texts.map((text) => text.replace("_x005F_", "_"))).toEqual([...signs, ...odd]);
    expect(read.map(([, amount]) => amount ?? null)).toEqual(rows.map(([, amount]) => amount));
    expect(sheets[1]!.rows).toEqual([
      ["事由", "'=cmd"],
      ["行数", String(rows.length)],
    ]);
  });

  it("has no formula, a frozen bold header and a filter over all rows", async () => {
    const bytes = await bytesOf(
      xlsx.write(
        book([
          ["=1+1", 1],
          ["x", 2],
        ]),
      ),
    );
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    expect(sheets[0]).toMatchObject({ freezePane: { rows: 1 }, autoFilter: { range: "A1:B3" } });
    const cells = [...sheets[0]!.cells!.values()];
    expect(cells.filter(({ formula }) => formula)).toEqual([]);
    expect(sheets[0]!.cells!.get("0,0")!.style).toMatchObject({ font: { bold: true } });
    expect(sheets[0]!.cells!.get("1,0")!.style).toMatchObject({ numFmt: "@" });
  });

  it("may be empty, have many columns and a name with marks", async () => {
    const many = {
      ...book([], "a'b&<c>"),
      columns: Array.from({ length: 60 }, (_, index) => ({
        header: `列${index}`,
        width: 9,
        kind: "text" as const,
      })),
    };
    const { sheets } = await readXlsx(await bytesOf(xlsx.write(many)));
    expect(sheets[0]!.rows[0]).toHaveLength(60);
    expect(sheets[0]!.name).toBe("a'b&<c>");
  });

  it("cuts what Excel would not take, and never within a character", async () => {
    const { sheets } = await readXlsx(
      await bytesOf(xlsx.write(book([[`${"a".repeat(32_765)}𠮷${"b".repeat(9)}`, null]]))),
    );
    expect(sheets[0]!.rows[1]![0]).toBe(`${"a".repeat(32_765)}…`);
  });
});

describe("CSV", () => {
  it("begins with a byte-order mark, ends lines with CRLF and quotes what needs it", async () => {
    const bytes = await bytesOf(
      csv.write(
        book([
          ["张三,李四", 1234.5],
          ['"', null],
        ]),
      ),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString("utf8")).toBe('\ufeff获奖主体,奖金（元）\r\n"张三,李四",1234.5\r\n"""",\r\n');
  });
  it("neutralises what a sheet would run, numbers not", async () => {
    const text = (
      await bytesOf(
        csv.write(
          book([
            ["=1+1", -5],
            ["＠x", 0],
          ]),
        ),
      )
    ).toString("utf8");
    expect(text.split("\r\n").slice(1, 3)).toEqual(["'=1+1,-5", "'＠x,0"]);
  });
});

describe("the stream", () => {
  const endless = () => {
    const state = { made: 0, closed: 0 };
    const batches = (async function* () {
      for (;;) {
        state.made += 1;
        yield [[`${Math.random()}`.repeat(5_000), 1]];
      }
    })();
    const body = (signal: AbortSignal) =>
      byteStream(xlsx.write({ ...book([]), batches }), () => void (state.closed += 1), signal);
    return { state, body };
  };

  it("makes no more than is asked for, and stops its source when nobody reads on", async () => {
    const { state, body } = endless();
    const reader = body(new AbortController().signal).getReader();
    await reader.read();
    await new Promise((done) => setTimeout(done, 50));
    const early = state.made;
    expect(early).toBeLessThan(12);
    await reader.cancel();
    expect(state.closed).toBeGreaterThan(0);
    await new Promise((done) => setTimeout(done, 20));
    expect(state.made).toBeLessThan(early + 3);
  });

  it("closes its source for who is gone before they read", async () => {
    const { state, body } = endless();
    body(AbortSignal.abort());
    expect(state).toEqual({ made: 0, closed: 1 });
  });

  it("breaks off, rather than end, when its source fails", async () => {
    let closed = 0;
    const batches = (async function* () {
      yield [["x", 1]];
      throw new Error("lost");
    })();
    const body = byteStream(
      xlsx.write({ ...book([]), batches }),
      () => void (closed += 1),
      new AbortController().signal,
    );
    await expect(new Response(body).arrayBuffer()).rejects.toThrow("lost");
    expect(closed).toBe(1);
  });
});
