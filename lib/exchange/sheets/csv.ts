import { stringify } from "csv-stringify/sync";
import { neutralizeFormula } from "@/lib/kernel/text";
import { withLineEnds } from "./line-ends";
import type { Book, BookWriter, Cell } from "./sheet";

/** UTF-8 with a byte-order mark, without which Excel takes Chinese for GBK; lines end as RFC 4180 has it. */
export const csv: BookWriter = {
  mediaType: "text/csv; charset=utf-8",
  ending: "csv",
  maxRows: Infinity,
  write,
};

async function* write({ columns, batches, lines }: Book): AsyncGenerator<Uint8Array> {
  yield encode("\ufeff" + linesOf([columns.map(({ header }) => header)]));
  if (lines) return yield* withLineEnds(lines);
  for await (const rows of batches) yield encode(linesOf(rows));
}

function linesOf(rows: readonly (readonly Cell[])[]): string {
  const plain = rows.map((cells) =>
    cells.map((cell) => (typeof cell === "string" ? neutralizeFormula(cell) : cell)),
  );
  // Left bare, a lone CR would end the line for LibreOffice and Excel, and what follows it be a formula once more.
  return stringify(plain, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ });
}

function encode(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}
