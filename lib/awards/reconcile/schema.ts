import { z } from "zod";
import {
  paramsOf,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zIntId,
  zPage,
  zText,
  type Params,
} from "@/lib/kernel/fields";

/** 待核对, 已对应, 不再处理 */
export const unresolvedStates = ["open", "resolved", "dismissed"] as const;
export type UnresolvedState = (typeof unresolvedStates)[number];

/** What the page shows: names that nobody could place, by state; and old awards that lack a granter or a paper. */
export const reconcileTabs = [...unresolvedStates, "legacy"] as const;
export type ReconcileTab = (typeof reconcileTabs)[number];

export const resolveInput = z.object({ id: zIntId, version: zIntId, employeeId: zIntId });
export type Resolution = z.output<typeof resolveInput>;

export const dismissInput = z.object({
  id: zIntId,
  version: zIntId,
  reason: zText({ max: 500, lines: true, required: true }),
});

export const reconcileSorts = ["createdAt", "name"] as const;
export type ReconcileFilter = {
  tab: ReconcileTab;
  q?: string;
  document?: number;
  unit?: number;
  page: number;
  size: number;
  sort: (typeof reconcileSorts)[number];
  direction: "asc" | "desc";
};

/** The page opens on what waits, the longest waiting first. */
export function readReconcileFilter(params: Params): ReconcileFilter {
  const given = paramsOf(params);
  return {
    tab: zFilterOneOf(reconcileTabs).parse(given.tab) ?? "open",
    q: zFilterText.parse(given.q),
    document: zFilterId.parse(given.document),
    unit: zFilterId.parse(given.unit),
    ...zPage(reconcileSorts, "createdAt").parse(given),
  };
}
