import iconv from "iconv-lite";
import { stringify } from "csv-stringify/sync";
import { neutralizeFormula } from "@/lib/kernel/text";
import { csvRecords, csvRows } from "./csv-rows";
import { type TextForm, textFormOf } from "./csv-text";
import { isReasonHeading } from "./headings";
import type { RowReasons } from "./returned-sheet";

/** The same text in the same encoding with a column of reasons; lines without one stay as they are, byte for byte. */
export async function* returnedCsv(
  path: string,
  headerRow: number,
  reasons: ReadonlyMap<number, RowReasons>,
  heading: string,
): AsyncGenerator<Uint8Array> {
  const form = await textFormOf(path);
  const { column, isThere } = await reasonColumnOf(path, form, headerRow);
  const encoder = iconv.getEncoder(form.encoding, { addBOM: form.mark });
  let row = 0;
  let text = "";
  for await (const { record, raw } of csvRecords(path, form)) {
    row += 1;
    const reason = row === headerRow ? heading : reasons.get(row)?.text;
    const isKept = reason === undefined && !(isThere && record.length > column);
    text += isKept ? raw : withReason(record, raw, column, reason ?? "", form);
    if (text.length < 32_768) continue;
    yield encoder.write(text);
    text = "";
  }
  yield encoder.write(text);
  const rest = encoder.end();
  if (rest) yield rest;
}

function withReason(
  record: string[],
  raw: string,
  column: number,
  reason: string,
  { delimiter }: TextForm,
): string {
  const [end] = /\r?\n?$/.exec(raw)!;
  const text = neutralizeFormula(reason);
  if (record.length > column) {
    const cells = record.map((cell, index) => (index === column ? text : cell));
    return stringify([cells], { delimiter, record_delimiter: "", eof: false }) + end;
  }
  const gap = delimiter.repeat(column - record.length + 1);
  return raw.slice(0, raw.length - end.length) + gap + stringify([[text]], { delimiter, eof: false }) + end;
}

async function reasonColumnOf(path: string, form: TextForm, headerRow: number) {
  let column = 0;
  for await (const { sheetRow, cells } of csvRows(path, form)) {
    if (sheetRow < headerRow) continue;
    const there = sheetRow === headerRow ? cells.findLastIndex(isReasonHeading) : -1;
    if (there >= 0) return { column: there, isThere: true };
    column = Math.max(column, cells.length);
  }
  return { column, isThere: false };
}
