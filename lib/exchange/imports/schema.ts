import { z } from "zod";
import { paramsOf, zFilterOneOf, zFilterText, zIntId, zPage, zText, type Params } from "@/lib/kernel/fields";

/** 单位, 职工, 荣誉称号, 创新成果, 获奖记录 */
export const importKinds = ["organizations", "employees", "titles", "achievements", "awards"] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStates = [
  "received",
  "mapping",
  "checking",
  "checked",
  "applying",
  "applied",
  "undoing",
  "undone",
  "cancelled",
  "failed",
] as const;
export type ImportState = (typeof importStates)[number];

/** All rows or none, or batch after batch with faulty rows left out. */
export const importModes = ["all", "batches"] as const;
export type ImportMode = (typeof importModes)[number];

export const importOutcomes = ["new", "changed", "unchanged", "duplicate", "faulty"] as const;

/** What holds for every row; which of it, and its defaults, is for the noun's own schema to say (optionsOf). */
export type ImportOptions = {
  /** Awards: what they are after the import, where they come from, what becomes of a document number that nobody knows. */
  state?: "draft" | "submitted";
  source?: "import" | "legacy";
  unknownDocuments?: "fault" | "create";
  /** Employees: from when on a new unit or post holds where a row does not say. */
  assignedFrom?: string | null;
};

/** Rows that one transaction of an import in batches takes. */
export const batchRows = 1000;
export const reasonMax = 500;

const version = zIntId;

/** Column of the sheet (0, 1, …) to field. A field stands in one column alone. */
const zMapping = z
  .record(z.string().regex(/^\d{1,3}$/, "invalid"), z.string().max(60), "invalid")
  .transform((mapping) => Object.fromEntries(Object.entries(mapping).filter(([, key]) => key !== "")))
  .refine((mapping) => Object.keys(mapping).length > 0, "importNoColumns")
  .refine(
    (mapping) => new Set(Object.values(mapping)).size === Object.keys(mapping).length,
    "importColumnTwice",
  );

export const receiveInput = z.object({
  kind: z.enum(importKinds, "unknownValue"),
  unitId: zIntId,
});

export const checkInput = z.object({
  id: zIntId,
  version,
  sheet: z.string("required").min(1, "required").max(200),
  headerRow: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(1000, "invalid"),
  mapping: zMapping,
  mode: z.enum(importModes, "unknownValue").default("all"),
  options: z.record(z.string(), z.unknown(), "invalid").default({}),
});
export type CheckInput = z.output<typeof checkInput>;

/** `mode` changes the one chosen before the check. */
export const applyInput = z.object({
  id: zIntId,
  version,
  mode: z.enum(importModes, "unknownValue").optional(),
});
export const importRef = z.object({ id: zIntId });
export const undoInput = z.object({
  id: zIntId,
  version,
  reason: zText({ max: reasonMax, required: true, lines: true }),
});
export const decideInput = z.object({
  id: zIntId,
  position: zIntId,
  decision: z
    .object({
      people: z.record(z.string().regex(/^\d{1,3}$/, "invalid"), zIntId).optional(),
      isAnother: z.boolean().optional(),
    })
    .strict(),
});

export const importSorts = ["createdAt"] as const;
export type ImportFilter = {
  q?: string;
  kind?: ImportKind;
  state?: ImportState;
  page: number;
  size: number;
  sort: (typeof importSorts)[number];
  direction: "asc" | "desc";
};

/** Whatever a URL holds makes a filter: name of the file, kind, state. The newest stand first. */
export function readImportFilter(params: Params): ImportFilter {
  const given = paramsOf(params);
  return {
    q: zFilterText.parse(given.q),
    kind: zFilterOneOf(importKinds).parse(given.kind),
    state: zFilterOneOf(importStates).parse(given.state),
    ...zPage(importSorts, "-createdAt").parse(given),
  };
}

export type RowFilter = {
  outcome?: (typeof importOutcomes)[number];
  /** Written rows alone that stood in the way of taking the import back. */
  blocked?: boolean;
  q?: string;
  page: number;
  size: number;
};

export function readRowFilter(params: Params): RowFilter {
  const given = paramsOf(params);
  const { page, size } = zPage(["position"], "position").parse(given);
  return {
    outcome: zFilterOneOf(importOutcomes).parse(given.outcome),
    blocked: given.blocked === "1",
    q: zFilterText.parse(given.q),
    page,
    size,
  };
}

/** While one of these holds, a job is at work or waits for its turn. */
export function isRunning(state: ImportState): boolean {
  return state === "received" || state === "checking" || state === "applying" || state === "undoing";
}
