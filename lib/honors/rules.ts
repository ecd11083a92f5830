import type { ListValue } from "./schema";

/** Whether a title may be conferred on a day (YYYY-MM-DD). Partial dates stand for all the days they can mean. */
export function isInForce(
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
  day: string,
): boolean {
  return (!validFrom || validFrom <= day) && (!validTo || validTo >= day.slice(0, validTo.length));
}

/** The calendar day of an instant in a zone. */
export function calendarDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(instant);
}

/** A name in the language of the screen; what has no English name keeps its own. */
export function nameIn(locale: string, { name, nameEn }: { name: string; nameEn: string | null }): string {
  return locale === "en" && nameEn ? nameEn : name;
}

export function valueIn(locale: string, { nameZh, nameEn }: ListValue): string {
  return locale === "en" ? nameEn : nameZh;
}

export type Line = { id: number; predecessorId: number | null };

/** The titles that follow from one, nearest first, each after the one it follows. */
export function descendantsOf(id: number, titles: readonly Line[]): number[] {
  const found = [id];
  for (let at = 0; at < found.length; at += 1) {
    const above = found[at]!;
    found.push(
      ...titles
        .filter((title) => title.predecessorId === above && !found.includes(title.id))
        .map((title) => title.id),
    );
  }
  return found.slice(1);
}

/** Whether a title would come to stand in a line before itself. */
export function closesRing(id: number, predecessorId: number, titles: readonly Line[]): boolean {
  return predecessorId === id || descendantsOf(id, titles).includes(predecessorId);
}

export type Relation = "before" | "after" | "beside";

/** How another title of the family stands to one: before it in its line, after it, or on a branch of its own. */
export function relationTo(id: number, other: number, titles: readonly Line[]): Relation {
  if (descendantsOf(id, titles).includes(other)) return "after";
  return descendantsOf(other, titles).includes(id) ? "before" : "beside";
}
