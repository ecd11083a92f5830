import type { SubjectKind } from "@/lib/awards/schema";
import { isBlank, type Group } from "./model";
import type { RowStatus } from "./status";

type Sent = {
  groups: object[];
  /** Keys of the groups and rows as they were sent, to which faults are told. */ keys: {
    group: string;
    rows: string[];
  }[];
};

/** The list as the server takes it. Blank rows stay at home; what fitted no column goes along with the note. */
export function toInput(groups: readonly Group[], statuses: ReadonlyMap<string, RowStatus>): Sent {
  const sent: Sent = { groups: [], keys: [] };
  for (const { key, titleId, levelCode, prizeLevelCode, awardDate, awardYear, rows } of groups) {
    const filled = rows.filter((row) => !isBlank(row));
    if (filled.length === 0) continue;
    sent.keys.push({ group: key, rows: filled.map((row) => row.key) });
    sent.groups.push({
      ...{ titleId: titleId ?? "", levelCode, prizeLevelCode, awardDate, awardYear },
      rows: filled.map(({ key: rowKey, cells }) => {
        const { kind, people } = statuses.get(rowKey)!;
        return {
          ...{ kind, unitText: cells.unit, postText: cells.post, bonus: cells.bonus, rank: cells.rank },
          role: kind === "employee" ? cells.role : "",
          recipients: people.map(({ name, who }) => ({ id: who?.id ?? "", name: who?.label ?? name })),
          note: [cells.note, cells.rest].filter((text) => text.trim() !== "").join("；"),
        };
      }),
    });
  }
  return sent;
}

/** Faults by the key of their row or group and the cell: `rowKey` → { bonus: [...] }. */
export type Faults = Record<string, Record<string, string[]>>;

export function faultsAt(
  fields: Record<string, string[]>,
  keys: Sent["keys"],
): { faults: Faults; whole: string[] } {
  const faults: Faults = {};
  const whole: string[] = [];
  for (const [path, found] of Object.entries(fields)) {
    const [, group, , row, cell] = /^groups\.(\d+)(\.rows\.(\d+))?(?:\.(.+))?$/.exec(path) ?? [];
    const at = group === undefined ? undefined : keys[Number(group)];
    const key = row === undefined ? at?.group : at?.rows[Number(row)];
    if (key === undefined) whole.push(...found);
    else {
      const field = (cell ?? "name").replace(/^recipients.*$/, "name").replace(/Text$/, "");
      ((faults[key] ??= {})[field] ??= []).push(...found);
    }
  }
  return { faults, whole };
}

/** What can be told without asking: a group without its title or date, a row without a name. */
export function checkAtHome(groups: readonly Group[], statuses: ReadonlyMap<string, RowStatus>): Faults {
  const faults: Faults = {};
  const add = (key: string, cell: string, message: string) => void ((faults[key] ??= {})[cell] = [message]);
  for (const group of groups) {
    const filled = group.rows.filter((row) => !isBlank(row));
    if (filled.length === 0) continue;
    if (group.titleId === null) add(group.key, "titleId", "requiredChoice");
    if (group.awardDate.trim() === "") add(group.key, "awardDate", "required");
    for (const row of filled) {
      const { kind, people } = statuses.get(row.key)!;
      if (people.length === 0) add(row.key, "name", "required");
      else if (kind !== "employee" && people.some(({ who }) => who === null))
        add(row.key, "name", "noSubject");
    }
  }
  return faults;
}

export const placesOf: Record<SubjectKind, { search: string; create: string }> = {
  employee: { search: "/employees/search", create: "/employees/new" },
  team: { search: "/teams/search", create: "/teams/new" },
  studio: { search: "/studios/search", create: "/studios/new" },
  organization: { search: "/organizations/search", create: "/organizations/new" },
  achievement: { search: "/achievements/search", create: "/achievements/new" },
};
