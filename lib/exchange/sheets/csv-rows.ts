import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { restoreFormula } from "@/lib/kernel/text";
import { readText, type TextForm } from "./csv-text";
import { maxCellLength, maxColumns, maxDataRows, sheetRows } from "./limits";
import { letters } from "./places";
import { SheetRefusal } from "./refusal";
import type { SheetRow } from "./worksheet";

/** A record is a row, however many lines it takes: so Excel counts. */
export async function* csvRows(path: string, form: TextForm): AsyncGenerator<SheetRow> {
  let sheetRow = 0;
  for await (const { record } of csvRecords(path, form)) {
    sheetRow += 1;
    if (sheetRow > sheetRows) throw new SheetRefusal("sheetTooManyRows", maxDataRows);
    const cells = record.map((text) => restoreFormula(text.toWellFormed()));
    while (cells.length > 0 && cells.at(-1)!.trim() === "") cells.pop();
    if (cells.length > maxColumns + 1) throw new SheetRefusal("sheetTooManyColumns", maxColumns);
    const long = cells.findIndex((text) => text.length > maxCellLength);
    if (long >= 0) throw new SheetRefusal("sheetCellTooLong", `${letters(long + 1)}${sheetRow}`);
    if (cells.length > 0) yield { sheetRow, cells };
  }
}

export type CsvRecord = { record: string[]; raw: string };

/** Every record, blank ones too, with its text as it stands in the file. */
export async function* csvRecords(path: string, form: TextForm): AsyncGenerator<CsvRecord> {
  const parser = parse({
    delimiter: form.delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    raw: true,
    // In bytes; more is a quote that nobody closed.
    max_record_size: 1_000_000,
  });
  pipeline(Readable.from(readText(path, form.encoding)), parser, () => {});
  try {
    for await (const { record, raw } of parser as AsyncIterable<CsvRecord>)
      // csv-parse leaves the second half of a line's end out.
      yield { record, raw: raw.endsWith("\r") && form.lineEnd !== "\r" ? `${raw}\n` : raw };
  } catch (error) {
    if (error instanceof CsvError) throw new SheetRefusal("sheetQuotes", Number(error.records ?? 0) + 1);
    throw error;
  }
}
