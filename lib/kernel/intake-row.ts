import { readCellDate } from "./cell-date";
import { isRoundedNumber, readCellNumber } from "./cell-number";
import type { IntakeColumn, IntakeFault, IntakeOutcome, IntakeRow, IntakeVerdict } from "./intake";
import type { PartialDate } from "./partial-date";
import { cleanText, nameKey } from "./text";

/** A column of a noun's sheet: its headings are parted by "|". */
export function intakeColumn(
  key: string,
  kind: IntakeColumn["kind"],
  width: number,
  headings: string,
  more: Pick<IntakeColumn, "required" | "conceal" | "secret"> = {},
): IntakeColumn {
  return { key, headings: headings.split("|"), kind, width, ...more };
}

/** Words for the values of a closed list: the label in Chinese, the one in English, then what else people write. */
export type Words<Code extends string = string> = Record<Code, readonly string[]>;
type More = Pick<IntakeFault, "nameIndex" | "candidates">;

/** A row while it is read: what its cells say, and what is wrong with them. An empty cell says nothing (undefined). */
export type RowReader = ReturnType<typeof readRow>;

export function readRow(row: IntakeRow, columns: readonly IntakeColumn[]) {
  const faults: IntakeFault[] = [];
  const cell = (column: string) => row.cells[column] ?? "";
  const isGiven = (column: string) => cleanText(cell(column)) !== "";
  const shown = (column: string) => {
    const conceal = columns.find(({ key }) => key === column)?.conceal;
    return (conceal ? conceal(cell(column)) : cell(column)).slice(0, 200);
  };
  const fault = (column: string | null, message: string, more: More = {}): undefined => {
    const isTold = faults.some((one) => one.column === column && one.nameIndex === more.nameIndex);
    if (!isTold) faults.push({ column, value: column === null ? "" : shown(column), message, ...more });
  };
  const choice = <Code extends string>(column: string, words: Words<Code>, text = cell(column)) => {
    if (cleanText(text) === "") return undefined;
    const code = codeOf(words, text);
    return code ?? fault(column, `notOneOf:${labelsOf(words, "zh-CN").join("、")}`);
  };
  return {
    row,
    faults,
    isGiven,
    fault,
    choice,
    text: (column: string) => (isGiven(column) ? cell(column) : undefined),
    /** A number that is a name, such as a work number: full width folded, and not one that Excel has rounded. */
    code(column: string): string | undefined {
      if (!isGiven(column)) return undefined;
      const text = cleanText(cell(column)).normalize("NFKC").replace(/^'/, "");
      return isRoundedNumber(text) ? fault(column, "numberRounded") : text;
    },
    date(column: string): PartialDate | undefined {
      if (!isGiven(column)) return undefined;
      const read = readCellDate(cell(column));
      return read.ok ?? fault(column, read.fault);
    },
    number(column: string): string | undefined {
      if (!isGiven(column)) return undefined;
      const read = readCellNumber(cell(column));
      return read.ok ?? fault(column, read.fault);
    },
    choices<Code extends string>(column: string, words: Words<Code>): Code[] | undefined {
      if (!isGiven(column)) return undefined;
      const whole = cell(column)
        .split(/[、,，;；|\n\r]/)
        .filter((part) => cleanText(part) !== "");
      // 行业/协会 is one level, 市级/省级 are two.
      const parts = whole.flatMap((part) => (codeOf(words, part) ? [part] : partsOf(part)));
      const codes = parts.map((part) => choice(column, words, part));
      return codes.includes(undefined) ? undefined : ([...new Set(codes)] as Code[]);
    },
    /** Faults that a noun's schema or rules found, by the path of the field; `columnOf` says which column that is. */
    take(fields: Record<string, string[]> | undefined, columnOf: (field: string) => string | null) {
      for (const [path, messages] of Object.entries(fields ?? {})) {
        const column = columnOf(path.split(".")[0]!);
        fault(column, messages[0]!);
      }
    },
  };
}

/** Parts of a cell that holds several values. */
export function partsOf(text: string): string[] {
  return text
    .split(/[、,，;；/／|\n\r]/)
    .map((part) => cleanText(part))
    .filter(Boolean);
}

export function codeOf<Code extends string>(words: Words<Code>, text: string): Code | undefined {
  let keyed = keyedWords.get(words);
  if (!keyed) {
    const codes = Object.keys(words) as Code[];
    // Of two values with the same word the first is meant; its code counts before any word.
    const pairs = codes.flatMap((code) => words[code].map((word) => [nameKey(word), code] as const));
    keyed = new Map([...pairs.reverse(), ...codes.map((code) => [code, code] as const)]);
    keyedWords.set(words, keyed);
  }
  return keyed.get(nameKey(text)) as Code | undefined;
}
/** The lists are few and stay: keyed once, asked for every cell. */
const keyedWords = new WeakMap<Words, Map<string, string>>();

export function labelsOf(words: Words, locale: string): string[] {
  return Object.values(words).map((all) => all[locale === "en" ? 1 : 0]!);
}

export const yesNo = {
  yes: ["是", "Yes", "y", "true", "1", "√"],
  no: ["否", "No", "n", "false", "0", "×"],
} as const;

/** Rows of this workbook that were looked at already, by what they are about. */
export type SeenRows = Map<string, { at: number; cells: string }>;

/** Whether an earlier row is about the same: then which, and whether it says the same. Otherwise this one is noted. */
export function seenBefore(
  seen: SeenRows,
  key: string,
  row: IntakeRow,
): { at: number; same: boolean } | null {
  const cells = JSON.stringify(Object.entries(row.cells).sort());
  const earlier = seen.get(key);
  // The same row once more is a chunk that is checked again.
  const at = row.sheetRow ?? row.position;
  if (earlier && earlier.at !== at) return { at: earlier.at, same: earlier.cells === cells };
  seen.set(key, { at, cells });
  return null;
}

/** What the check found; a row with faults is faulty, whatever else it is. */
export function verdictOf(
  { row, faults }: Pick<RowReader, "row" | "faults">,
  label: string,
  found: Partial<IntakeVerdict> & { outcome: IntakeOutcome },
): IntakeVerdict {
  const verdict = {
    position: row.position,
    label: label.slice(0, 200),
    changes: [],
    nounId: null,
    nounVersion: null,
  };
  return faults.length > 0
    ? { ...verdict, outcome: "faulty", faults, values: null }
    : { ...verdict, faults, values: null, ...found };
}

export function fromChanges(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  );
}
