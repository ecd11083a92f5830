import { cleanText, normalizeDocumentNumber } from "@/lib/kernel/text";

/** How a sheet names a document: by its 文号 in whatever brackets, else by its title. */
export type DocumentAsk = { number: string | null; title: string | null };
/** One that is to be entered: with the granting bodies that issued it, the first leading. */
export type NewDocument = { number: string | null; title: string; issuers: readonly number[] };
type FoundDocument = { id: number; issuers: number[] };
/** Nobody's yet (null), the one that is meant, or why it can't be said: a key under `faults.*`. */
export type DocumentMatch =
  { found: FoundDocument | null; fault?: undefined } | { found?: undefined; fault: string };

/** What makes two cells name the same document; null where they name none. */
export function documentKey({ number, title }: DocumentAsk): string | null {
  const key = number === null ? "" : normalizeDocumentNumber(number);
  if (key !== "") return `number ${key}`;
  const words = cleanText(title ?? "");
  return words === "" ? null : `title ${words}`;
}
