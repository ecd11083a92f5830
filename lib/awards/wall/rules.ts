import type { Named, WallEntry } from "./schema";

export type WallYear = { year: number; levels: { level: Named; entries: WallEntry[] }[] };

/** Entries in their order, under the years and levels in which they stand. */
export function byYear(entries: readonly WallEntry[]): WallYear[] {
  const years: WallYear[] = [];
  for (const entry of entries) {
    let year = years.at(-1);
    if (year?.year !== entry.year) years.push((year = { year: entry.year, levels: [] }));
    const level = year.levels.at(-1);
    if (level?.level.code === entry.level.code) level.entries.push(entry);
    else year.levels.push({ level: entry.level, entries: [entry] });
  }
  return years;
}
