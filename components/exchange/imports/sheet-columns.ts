/** A column of the sheet in which something stands: where, under which heading, and its first different values. */
export type SheetColumn = { column: number; heading: string; samples: string[] };

const sampleCount = 3;

/** `rows` are those below the headings. */
export function sheetColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): SheetColumn[] {
  const widest = Math.max(headings.length, ...rows.map((cells) => cells.length));
  return Array.from({ length: widest }, (_, column) => ({
    column,
    heading: headings[column] ?? "",
    samples: samplesOf(rows, column),
  })).filter(({ heading, samples }) => heading !== "" || samples.length > 0);
}

function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const values = rows.map((cells) => cells[column] ?? "").filter((value) => value !== "");
  return [...new Set(values)].slice(0, sampleCount);
}
