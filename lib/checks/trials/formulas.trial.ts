import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { csv } from "@/lib/exchange/sheets/csv";
import { bytesOf } from "@/lib/exchange/sheets/testing";
import type { Book, BookWriter } from "@/lib/exchange/sheets/sheet";
import { xlsx } from "@/lib/exchange/sheets/xlsx";
import { restoreFormula } from "@/lib/kernel/text";

const folder = mkdtempSync(join(tmpdir(), "honors-formulas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signs = ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠", "'=", "%0A-"];
const texts = signs.flatMap((sign) => [
  `${sign}1+1`,
  `${sign}HYPERLINK("http://127.0.0.1:9/","点我")`,
  `${sign}SUM(A1:A9)|cmd`,
]);

const hasOffice = (() => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasOffice).each<[string, BookWriter, string[]]>([
  ["CSV", csv, ["--infilter=Text - txt - csv (StarCalc):44,34,76,1"]],
  ["XLSX", xlsx, []],
])(
  "cells that start with = + - @ tab CR or full-width ＝＋－＠ in %s: text in LibreOffice, and the original after a round trip",
  async (_, writer, flags) => {
    const path = join(folder, `formulas.${writer.ending}`);
    writeFileSync(path, await bytesOf(writer.write(bookOf(texts))));
    const convert = (to: string, into: string) => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const args = [
        profile,
        "--headless",
        ...flags,
        "--convert-to",
        to,
        "--outdir",
        join(folder, into),
        path,
      ];
      execFileSync("soffice", args, { stdio: "ignore", timeout: 300_000 });
      return join(folder, into, `formulas.${to.split(":")[0]}`);
    };
    // OpenDocument tells a formula from a text.
    const sheet = readFileSync(convert("fods", writer.ending), "utf8");
    expect(sheet).not.toMatch(/table:formula=/);
    expect(sheet).not.toMatch(/xlink:href="http:\/\/127/);
    expect(sheet.match(/office:value-type="string"/g)!.length).toBeGreaterThanOrEqual(texts.length);

    const back = readFileSync(convert("csv:Text - txt - csv (StarCalc):44,34,76,1", `${writer.ending}-back`));
    const [, ...rows] = parse(back, { bom: true, relax_column_count: true });
    // LibreOffice itself makes a line end of a lone CR, or leaves it out.
    const plain = (text: string) => restoreFormula(text.replace(/[\r\n]/g, "\r")).replace("\r", "");
    expect(rows.map(([text = ""]) => plain(text))).toEqual(texts.map((text) => text.replace("\r", "")));
  },
);

function bookOf(all: readonly string[]): Book {
  return {
    name: "台账",
    columns: [{ header: "获奖主体", width: 20, kind: "text" }],
    rowCount: all.length,
    batches: (async function* () {
      yield all.map((text) => [text]);
    })(),
    notes: { name: "说明", rows: [["事由", "=1+1"]] },
  };
}
