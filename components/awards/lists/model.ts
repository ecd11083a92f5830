import { splitNames } from "@/lib/kernel/name-list";
import { nameKey } from "@/lib/kernel/text";
import { kindOf, type Proposal } from "@/lib/awards/lists/rules";
import type { TitleChoice } from "@/lib/awards/lists/schema";
import type { SubjectKind } from "@/lib/awards/schema";

/** The cells of a row, in the order of the grid. `rest` is what fits none of the others. */
export const cells = ["name", "unit", "post", "role", "rank", "bonus", "note", "rest"] as const;
export type Cell = (typeof cells)[number];

/** Who is meant by a name: somebody, or nobody yet. Candidates are not kept: they are asked for again. */
export type Choice = { id: number; label: string; hint: string } | "waiting";

export type Row = {
  key: string;
  kind: SubjectKind | null;
  cells: Record<Cell, string>;
  /** By nameKey. */
  picks: Record<string, Choice>;
};
/** When a group was honored; what is left open follows from the date. */
export type Dates = { awardDate: string; awardYear: string };

export type Group = {
  key: string;
  titleId: number | null;
  /** As the notice heads it, where no title was recognised. */
  heading: string;
  levelCode: string;
  prizeLevelCode: string;
  awardDate: string;
  awardYear: string;
  /** How many the notice says there are. */
  stated: string;
  rows: Row[];
};

export type Change =
  | { type: "cell"; row: string; cell: Cell; value: string }
  | { type: "kind"; row: string; kind: SubjectKind }
  | { type: "pick"; row: string; name: string; pick: Choice | null }
  | { type: "group"; group: string; patch: Partial<Omit<Group, "key" | "rows">> }
  | { type: "addGroup"; after: string | null; key: string; row: string }
  | { type: "removeGroup"; group: string }
  | { type: "addRow"; after: string; key: string }
  | { type: "removeRow"; row: string }
  | { type: "split"; row: string }
  | { type: "block"; row: string; lines: Partial<Record<Cell, string>>[] }
  | { type: "adopt"; groups: Group[] }
  | { type: "allWaiting"; rows: { row: string; names: string[] }[] }
  | { type: "undo" }
  | { type: "reset"; groups: Group[] };

/** `past` holds what stood before rows or groups came or went: one step back for each. */
export type State = { groups: Group[]; past: Group[][] };

export const newKey = (): string => crypto.randomUUID();

export function blankRow(key = newKey(), given: Partial<Record<Cell, string>> = {}): Row {
  const empty = Object.fromEntries(cells.map((cell) => [cell, ""])) as Row["cells"];
  return { key, kind: null, cells: { ...empty, ...given }, picks: {} };
}

export function blankGroup(dates: Dates, key = newKey()): Group {
  return {
    ...{ key, titleId: null, heading: "", levelCode: "", prizeLevelCode: "", stated: "" },
    ...dates,
    rows: [blankRow()],
  };
}

export function isBlank(row: Row): boolean {
  return cells.every((cell) => row.cells[cell].trim() === "" || cell === "role");
}

export function reduce(state: State, change: Change): State {
  const { groups, past } = state;
  const kept = { past: [...past.slice(-49), groups] };
  switch (change.type) {
    case "cell":
      return onRow(state, change.row, (row) => ({
        ...row,
        cells: { ...row.cells, [change.cell]: change.value },
      }));
    case "kind":
      return onRow(state, change.row, (row) => ({ ...row, kind: change.kind, picks: {} }));
    case "pick":
      return onRow(state, change.row, (row) => {
        const { [change.name]: _before, ...others } = row.picks;
        return { ...row, picks: change.pick ? { ...others, [change.name]: change.pick } : others };
      });
    case "group":
      return {
        ...state,
        groups: groups.map((group) => (group.key === change.group ? { ...group, ...change.patch } : group)),
      };
    case "addGroup": {
      const at = groups.findIndex(({ key }) => key === change.after) + 1 || groups.length;
      const { awardDate = "", awardYear = "" } = groups[at - 1] ?? {};
      const added = { ...blankGroup({ awardDate, awardYear }, change.key), rows: [blankRow(change.row)] };
      return { ...kept, groups: groups.toSpliced(at, 0, added) };
    }
    case "removeGroup": {
      const left = groups.filter(({ key }) => key !== change.group);
      const { awardDate = "", awardYear = "" } = groups[0] ?? {};
      return { ...kept, groups: left.length > 0 ? left : [blankGroup({ awardDate, awardYear })] };
    }
    case "addRow":
      return withRows(state, state.past, (rows) => {
        const at = rows.findIndex(({ key }) => key === change.after);
        return at < 0 ? rows : rows.toSpliced(at + 1, 0, blankRow(change.key));
      });
    case "removeRow":
      return withRows(state, kept.past, (rows) => {
        const left = rows.filter(({ key }) => key !== change.row);
        return left.length > 0 ? left : [blankRow()];
      });
    case "split":
      return withRows(state, kept.past, (rows) =>
        rows.flatMap((row) => {
          const names = splitNames(row.cells.name).names;
          if (row.key !== change.row || names.length < 2) return [row];
          return names.map(({ name }) => ({
            ...blankRow(newKey(), { ...row.cells, name }),
            picks: row.picks,
          }));
        }),
      );
    case "block":
      return withRows(state, kept.past, (rows) => {
        const at = rows.findIndex(({ key }) => key === change.row);
        if (at < 0) return rows;
        const filled = change.lines.map((line, index) => {
          const row = rows[at + index];
          return row && (index === 0 || isBlank(row)) ? { row, line } : { row: null, line };
        });
        const used = filled.filter(({ row }) => row !== null).length;
        const written = filled.map(({ row, line }) =>
          row ? { ...row, cells: joined(row.cells, line), picks: {} } : blankRow(newKey(), line),
        );
        return rows.toSpliced(at, used, ...written);
      });
    case "adopt": {
      const present = groups.filter((group) => group.rows.some((row) => !isBlank(row)));
      return { ...kept, groups: [...present, ...change.groups] };
    }
    case "allWaiting":
      return change.rows.reduce<State>(
        (next, { row, names }) =>
          onRow(next, row, (one) => ({
            ...one,
            picks: { ...one.picks, ...Object.fromEntries(names.map((name) => [name, "waiting" as const])) },
          })),
        state,
      );
    case "undo":
      return past.length === 0 ? state : { groups: past.at(-1)!, past: past.slice(0, -1) };
    case "reset":
      return { groups: change.groups, past: kept.past };
  }
}

/** What was pasted replaces a cell; what fits none is added to what stood there. */
function joined(before: Row["cells"], line: Partial<Record<Cell, string>>): Row["cells"] {
  const rest = [before.rest, line.rest].filter(Boolean).join("；");
  return { ...before, ...line, rest };
}

function onRow(state: State, key: string, change: (row: Row) => Row): State {
  return withRows(state, state.past, (rows) =>
    rows.some((row) => row.key === key) ? rows.map((row) => (row.key === key ? change(row) : row)) : rows,
  );
}

function withRows(state: State, past: Group[][], change: (rows: Row[]) => Row[]): State {
  const groups = state.groups.map((group) => {
    const rows = change(group.rows);
    return rows === group.rows ? group : { ...group, rows };
  });
  return { past, groups };
}

export type Named = { name: string; key: string; workNumber: string };

/** The names in a row's cell; a work number behind a name goes with it. Teams, units and works are named by the whole cell. */
export function namesOf(text: string, kind: SubjectKind): Named[] {
  const one = (name: string, workNumber = ""): Named => ({ name, key: nameKey(name), workNumber });
  if (text.trim() === "") return [];
  if (kind !== "employee") return [one(text.trim())];
  const parts = text
    .split(/[、，,;；\n]/)
    .map((part) => /^(.*?\D)[\s（(]*([A-Za-z]{0,4}\d{3,12})[)）]?\s*$/su.exec(part));
  if (parts.some(Boolean))
    return text.split(/[、，,;；\n]/).flatMap((part, index) => {
      const name = splitNames(parts[index]?.[1] ?? part).names[0]?.name;
      return name ? [one(name, parts[index]?.[2])] : [];
    });
  const { names } = splitNames(text);
  return names.length > 0 ? names.map(({ name }) => one(name)) : [one(text.trim())];
}

/** What a row is about: as chosen, or else what the title is given to. */
export function kindOfRow(row: Row, title: TitleChoice | undefined): SubjectKind {
  if (row.kind && (title?.subjectKinds.includes(row.kind) ?? true)) return row.kind;
  return kindOf(row.cells.name, title ?? null);
}

/** A proposed group with the date of its document. */
export function groupOf(proposal: Proposal, dates: Dates): Group {
  const { heading, title, prizeLevelCode, stated, rows } = proposal;
  return {
    ...blankGroup(dates),
    ...{ heading, titleId: title?.id ?? null, prizeLevelCode: prizeLevelCode ?? "" },
    levelCode: title?.levels.length === 1 ? title.levels[0]! : "",
    stated: stated === null ? "" : String(stated),
    rows: rows.length > 0 ? rows.map(({ kind: _kind, ...given }) => blankRow(newKey(), given)) : [blankRow()],
  };
}
