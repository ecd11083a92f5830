import { maxMerges } from "./limits";
import { type Area, areaOf } from "./places";
import { SheetRefusal } from "./refusal";

/** Cells merged over several rows: what stands in the first holds for those below it. */
export type Merges = {
  meet: (row: number, column: number, text: string, isNumber: boolean) => void;
  filled: (row: number, cells: string[]) => string[];
};

export const noMerges: Merges = { meet: () => {}, filled: (_, cells) => cells };

/**
 * Merged areas stand behind the rows they are about, so that the part is gone through once for them alone. The search is for
 * bytes: a real tag at each hit, or a text that says the same and can't harm.
 */
export async function readAreas(chunks: AsyncIterable<Buffer>): Promise<Area[]> {
  const areas: Area[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    const until = Math.max(0, bytes.length - tagBytes);
    collect(areas, bytes, until);
    rest = bytes.subarray(until);
  }
  collect(areas, rest, rest.length);
  return areas;
}

function collect(areas: Area[], bytes: Buffer, until: number): void {
  for (let at = bytes.indexOf(tag); at >= 0 && at < until; at = bytes.indexOf(tag, at + 1)) {
    const found = /ref\s*=\s*["']([A-Z$0-9:]+)["']/.exec(bytes.toString("latin1", at, at + tagBytes));
    const area = found && areaOf(found[1]!);
    if (area) areas.push(area);
    if (areas.length > maxMerges) throw new SheetRefusal("sheetUnpacks");
  }
}

const tag = "mergeCell ";
/** Longer than any such tag. */
const tagBytes = 64;

/** Of the areas below the headings, those of several rows. */
export function mergesBelow(headerRow: number, areas: readonly Area[]): Merges {
  const first = new Map<number, Area>();
  for (const area of areas)
    if (area.top > headerRow && area.bottom > area.top) first.set(keyOf(area.top, area.left), area);
  if (first.size === 0) return noMerges;
  const open = new Map<number, { until: number; text: string }>();
  return {
    meet: (row, column, text, isNumber) => {
      const area = first.get(keyOf(row, column));
      // An amount over three winners may be each one's or all three's: that is not for us to say. A year is a year.
      if (area && !(isNumber && !/^(19|20)\d\d$/.test(text))) open.set(column, { until: area.bottom, text });
    },
    filled: (row, cells) => {
      for (const [column, { until, text }] of open) {
        if (until < row) open.delete(column);
        else if (!cells[column]) {
          while (cells.length < column) cells.push("");
          cells[column] = text;
        }
      }
      return cells;
    },
  };
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}
