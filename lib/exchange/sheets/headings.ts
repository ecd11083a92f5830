import type { IntakeColumn } from "@/lib/kernel/intake";

export type FoundHeader = {
  /** Counted from 1, as the sheet does. */
  headerRow: number;
  headings: string[];
  /** Column of the sheet (0, 1, …) to field. */
  mapping: Record<string, string>;
};

/** How the column of an earlier return is headed, in both languages. */
export const reasonHeadings: readonly string[] = ["错误原因", "What to correct"];

/** A heading for comparison: width, case, white space and marks of required fields gone. */
export function headingKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}*※:]/gu, "")
    .replace(/[([【](必填|选填|必填项|选填项|required|optional)[)\]】]/g, "");
}

export function isReasonHeading(text: string): boolean {
  return reasonKeys.has(headingKey(text));
}

/** A column that only counts the rows, and often goes on where there are none. */
export function isNumbering(text: string): boolean {
  return ["序号", "no", "no.", "#"].includes(headingKey(text));
}

/** Finds the row of the headings under titles: the one that names the most fields. Null where a person has to say. */
export function findHeader(
  rows: readonly (readonly string[])[],
  columns: readonly IntakeColumn[],
): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const [index, row] of rows.entries()) {
    const own = countOf(mapHeadings(row, columns));
    if (own === 0) continue;
    const headings = headingsOf(rows, index + 1);
    const mapping = mapHeadings(headings, columns);
    // A lower row must know more than the one above, whose words fill its gaps.
    if (countOf(mapping) > countOf(best?.mapping ?? {})) best = { headerRow: index + 1, headings, mapping };
  }
  return best && countOf(best.mapping) >= Math.min(2, columns.length) ? best : null;
}

/** The sheet that knows the most fields. */
export function findSheet(
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[],
  columns: readonly IntakeColumn[],
): (FoundHeader & { sheet: string }) | null {
  let best: (FoundHeader & { sheet: string }) | null = null;
  for (const { name, rows } of sheets) {
    const found = findHeader(rows, columns);
    if (found && countOf(found.mapping) > countOf(best?.mapping ?? {})) best = { ...found, sheet: name };
  }
  return best;
}

/** The headings of a row; where cells are merged over two storeys, those of the upper one. */
export function headingsOf(rows: readonly (readonly string[])[], headerRow: number): string[] {
  const [lower = [], upper = []] = [rows[headerRow - 1], rows[headerRow - 2]];
  const isTitle = upper.filter((text) => text.trim() !== "").length < 2;
  const length = Math.max(lower.length, isTitle ? 0 : upper.length);
  return Array.from({ length }, (_, index) => {
    const own = lower[index] ?? "";
    return own.trim() === "" && !isTitle ? (upper[index] ?? "") : own;
  });
}

/** Which column holds which field; each field once, by its best-known heading, the leftmost of equal ones. */
export function mapHeadings(
  headings: readonly string[],
  columns: readonly IntakeColumn[],
): Record<string, string> {
  const places = headings.map((text) => (isReasonHeading(text) ? [] : keysOf(text)));
  const hits = columns.flatMap(({ key, headings: known }) =>
    places.flatMap((keys, column) => {
      const rank = rankOf(keys, known);
      return rank === null ? [] : [{ key, column, rank }];
    }),
  );
  hits.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const mapping: Record<string, string> = {};
  const taken = new Set<string>();
  for (const { key, column } of hits) {
    if (taken.has(key) || mapping[column] !== undefined) continue;
    mapping[column] = key;
    taken.add(key);
  }
  return mapping;
}

/** As it stands, and without what stands in brackets: 奖金（元）, 获奖日期（年月日）. */
function keysOf(text: string): string[] {
  const full = headingKey(text);
  return [...new Set([full, full.replace(/[([【].*?[)\]】]/g, "")])].filter((key) => key !== "");
}

function rankOf(keys: readonly string[], known: readonly string[]): number | null {
  for (const [round, key] of keys.entries()) {
    const index = known.findIndex((heading) => headingKey(heading) === key);
    if (index >= 0) return round * 1_000 + index;
  }
  return null;
}

function countOf(mapping: Record<string, string>): number {
  return Object.keys(mapping).length;
}

const reasonKeys = new Set(reasonHeadings.map(headingKey));
