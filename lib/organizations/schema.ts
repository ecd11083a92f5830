import { z } from "zod";
import {
  zCheckbox,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zIntId,
  zIntIdOrNull,
  zPage,
  zPartialDate,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
} from "@/lib/kernel/fields";

export const trees = ["company", "union"] as const;
export type Tree = (typeof trees)[number];

/** Kinds of unit, from the top of each tree down. */
export const unitKinds = {
  company: ["group", "company", "branch", "department", "crew"],
  union: ["group_union", "base_union", "branch_union", "union_group"],
} as const satisfies Record<Tree, readonly string[]>;
export type UnitKind = (typeof unitKinds)[Tree][number];
export const allUnitKinds: readonly UnitKind[] = [...unitKinds.company, ...unitKinds.union];

export const unitStates = ["open", "closed"] as const;

const version = zIntId;
const reason = zTextOrNull({ max: 500, lines: true });
const name = zText({ max: 200, required: true });
const shortName = zTextOrNull({ max: 100 });
const facts = {
  shortName,
  code: zText({ max: 64, required: true }),
  creditCode: zTextOrNull({ max: 18 }).transform((text) => text?.toUpperCase() ?? null),
  validFrom: zPartialDateOrNull,
  /** Its place among its siblings. */
  sort: zText({ max: 6 }).transform((text, context) => {
    if (/^\d{0,6}$/.test(text)) return Number(text);
    context.addIssue({ code: "custom", message: "notWholeNumber" });
    return z.NEVER;
  }),
};
const kind = z.enum(allUnitKinds, { error: "unknownValue" });

export const newUnit = z.object({ parentId: zIntIdOrNull, kind, name, ...facts });
export const changedUnit = z.object({ id: zIntId, version, kind, ...facts });
/** A unit that was renamed and put elsewhere on the same day names its new parent too; empty leaves it where it is. */
export const renamedUnit = z.object({
  id: zIntId,
  version,
  name,
  shortName,
  parentId: zIntIdOrNull,
  periodFrom: zPartialDate,
  reason,
});
export const movedUnit = z.object({
  id: zIntId,
  version,
  parentId: zIntId,
  periodFrom: zPartialDate,
  reason,
});
export const closedUnit = z.object({
  id: zIntId,
  version,
  validTo: zPartialDate,
  successorId: zIntIdOrNull,
  reason,
});
export const reopenedUnit = z.object({
  id: zIntId,
  version,
  reason: zText({ max: 500, required: true, lines: true }),
});

const filter = z.object({
  tree: zFilterOneOf(trees).transform((tree) => tree ?? "company"),
  q: zFilterText,
  state: zFilterOneOf(unitStates),
  unit: zFilterId,
});
const page = zPage(["order", "name", "code"], "order");

export type UnitFilter = z.output<typeof filter> & z.output<typeof page>;

/** Filters out of a list's address; whatever stands there gives a usable filter. */
export function readUnitFilter(params: Record<string, string | string[] | undefined>): UnitFilter {
  const first = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
  return { ...filter.parse(first), ...page.parse(params) };
}

export const unitSearch = z.object({ q: zFilterText, tree: zFilterOneOf(trees), open: zCheckbox });
