import { headingsOf, mapHeadings } from "@/lib/exchange/sheets/headings";
import { columnsOf } from "./columns";
import type { ImportKind } from "./schema";
import type { SheetPreview } from "./queries";

/** Of each sheet, by name: what the headings of its first, second, … row would be, and the fields known by them. */
export type HeaderGuesses = Record<string, { headings: string[]; mapping: Record<string, string> }[]>;

/** For whoever points at another sheet or row than the one found: most rows are data, and say nothing. */
export function guessHeaders(preview: readonly SheetPreview[], kind: ImportKind): HeaderGuesses {
  const columns = columnsOf(kind);
  return Object.fromEntries(
    preview.map(({ name, rows }) => [
      name,
      rows.map((_, index) => {
        const headings = headingsOf(rows, index + 1);
        return { headings, mapping: mapHeadings(headings, columns) };
      }),
    ]),
  );
}
