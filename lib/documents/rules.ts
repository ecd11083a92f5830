import { formatPartialDate, type PartialDate } from "@/lib/kernel/partial-date";
import { normalizeDocumentNumber } from "@/lib/kernel/text";

/** What was typed of a 文号 as a part of its normal form, so that any brackets and a missing 号 find it. */
export function numberPart(text: string): string {
  return normalizeDocumentNumber(text).replace(/号$/, "");
}

type Citable = { id: number; number: string | null; title: string; signedOn?: string | null };

/** A document in a picker: its 文号 with title and date beside it, or its title where there is no number. */
export function itemOf(
  locale: string,
  { id, number, title, signedOn }: Citable,
): { id: number; label: string; hint?: string } {
  const date = signedOn ? formatPartialDate(signedOn as PartialDate, locale === "en" ? "en" : "zh-CN") : null;
  const hint = [number && title, date].filter(Boolean).join(" · ");
  return { id, label: number ?? title, hint: hint || undefined };
}
