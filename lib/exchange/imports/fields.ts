import { columnsOf } from "./columns";
import type { ImportKind } from "./schema";

/** A field that a column of a sheet may hold, in words. */
export type SheetField = { key: string; label: string; required: boolean };

/** `words` are those of the kind's own namespace (`intakeNamespaces`). */
export function fieldsInWords(kind: ImportKind, words: (key: string) => string): SheetField[] {
  return columnsOf(kind).map(({ key, required = false }) => ({
    key,
    label: words(`columns.${key}.label`),
    required,
  }));
}
