import type { TitleChoice } from "@/lib/awards/lists/schema";
import { isBlank, type Group } from "./model";
import type { RowStatus } from "./status";

export type Intent = "draft" | "submit";
/** What a person should know before a list is saved. */
export type Review = {
  intent: Intent;
  groups: number;
  rows: number;
  /** Names that nobody has decided about: they would go on the to-reconcile list. */
  open: string[];
  waiting: number;
  mismatches: { name: string; stated: number; count: number }[];
  twice: number;
  rest: number;
};

export function reviewOf(
  intent: Intent,
  groups: readonly Group[],
  statuses: ReadonlyMap<string, RowStatus>,
  twice: ReadonlyMap<string, unknown>,
  titleOf: ReadonlyMap<number, TitleChoice>,
): Review {
  const filled = groups
    .map((group) => ({ group, rows: group.rows.filter((row) => !isBlank(row)) }))
    .filter(({ rows }) => rows.length > 0);
  const rows = filled.flatMap((one) => one.rows);
  const people = rows.flatMap((row) => statuses.get(row.key)?.people ?? []);
  const undecided = people.filter(({ state }) => state === "choose" || state === "unknown");
  return {
    intent,
    ...{ groups: filled.length, rows: rows.length },
    open: undecided.map(({ name }) => name),
    waiting: people.filter(({ state }) => state === "waiting").length,
    mismatches: filled.flatMap(({ group, rows: { length: count } }) => {
      const stated = group.stated === "" ? count : Number(group.stated);
      const name = titleOf.get(group.titleId ?? 0)?.name ?? group.heading;
      return stated === count ? [] : [{ name, stated, count }];
    }),
    twice: rows.filter(({ key }) => twice.has(key)).length,
    rest: rows.filter(({ cells }) => cells.rest.trim() !== "").length,
  };
}

/** A list without any doubt is saved as a draft at once; submitting always asks. */
export function isPlain({ intent, open, mismatches, twice, rest }: Review): boolean {
  return intent === "draft" && open.length + mismatches.length + twice + rest === 0;
}
