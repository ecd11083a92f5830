import { z } from "zod";
import {
  paramsOf,
  zFilterOneOf,
  zFilterText,
  zFullDate,
  zIntId,
  zPage,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
  type Params,
} from "@/lib/kernel/fields";
import { maxId } from "@/lib/kernel/ids";
import { isFullDate } from "@/lib/kernel/partial-date";

export const revocationCauses = [
  "fraud",
  "false_deeds",
  "procedure",
  "crime",
  "discipline",
  "other",
] as const;
export const revocationStates = [
  "recorded",
  "confirmed",
  "annulling",
  "annulled",
  "declined",
  "withdrawn",
] as const;
export const recallStates = ["none", "pending", "recalled", "lost"] as const;

export type RevocationCause = (typeof revocationCauses)[number];
export type RevocationState = (typeof revocationStates)[number];
export type RecallState = (typeof recallStates)[number];

export const evidenceMax = 20;

/** What is revoked: the award, one recipient of it, or one of the people behind a collective recipient. */
export type Target =
  | { kind: "award" }
  | { kind: "recipient"; recipientId: number }
  | { kind: "member"; recipientId: number; position: number };

/** As a form's field holds it: "award", "recipient:12", "member:12:3". */
export function targetText(target: Target): string {
  if (target.kind === "award") return "award";
  return target.kind === "recipient"
    ? `recipient:${target.recipientId}`
    : `member:${target.recipientId}:${target.position}`;
}

export const zTarget = zText({ max: 40, required: true }).transform((text, context): Target => {
  const [, kind, first, second] =
    /^(award|recipient|member)(?::(\d{1,10}))?(?::(\d{1,10}))?$/.exec(text) ?? [];
  const [recipientId, position] = [Number(first ?? 0), Number(second ?? 0)];
  const known = [recipientId, position].every((id) => id <= maxId);
  if (known && kind === "award" && !first) return { kind };
  if (known && kind === "recipient" && recipientId > 0 && !second) return { kind, recipientId };
  if (known && kind === "member" && recipientId > 0 && position > 0) return { kind, recipientId, position };
  context.addIssue({ code: "custom", message: "unknownValue" });
  return z.NEVER;
});

const zFiles = z
  .array(zIntId)
  .max(evidenceMax)
  .default([])
  .transform((ids) => [...new Set(ids)]);

const zExisting = { id: zIntId, version: zIntId };
const zDayOrNull = zPartialDateOrNull.refine((date) => date === null || isFullDate(date), "fullDateRequired");
const zRecall = {
  recall: z.enum(recallStates, { error: "requiredChoice" }),
  recallNote: zTextOrNull({ max: 500, lines: true }),
};

export const revocationInput = z
  .object({
    key: z.uuid("invalid"),
    awardId: zIntId,
    target: zTarget,
    cause: z.enum(revocationCauses, { error: "requiredChoice" }),
    explanation: zText({ max: 2000, required: true, lines: true }),
    applicant: zText({ max: 200, required: true }),
    documentId: zIntId,
    effectiveOn: zFullDate,
    treatmentStoppedFrom: zDayOrNull,
    ...zRecall,
    files: zFiles,
  })
  .refine(({ effectiveOn, treatmentStoppedFrom: from }) => from === null || from >= effectiveOn, {
    path: ["treatmentStoppedFrom"],
    message: "stoppedBeforeEffective",
  });
export type RevocationInput = z.output<typeof revocationInput>;

export const annulmentInput = z.object({
  ...zExisting,
  documentId: zIntId,
  annulledOn: zFullDate,
  reason: zText({ max: 2000, required: true, lines: true }),
  files: zFiles,
});
export type AnnulmentInput = z.output<typeof annulmentInput>;

/** A step of a case as it was shown: its id, the version that was seen, and why. */
export const stepInput = z.object({ ...zExisting, reason: zTextOrNull({ max: 500, lines: true }) });
export const reasonedStepInput = stepInput.refine(({ reason }) => reason !== null, {
  path: ["reason"],
  message: "reasonRequired",
});
export type Step = z.output<typeof stepInput>;

export const recallInput = z.object({ ...zExisting, ...zRecall });
export const evidenceInput = z.object({
  ...zExisting,
  files: zFiles.refine((files) => files.length > 0, "required"),
});

/** "waiting" is whatever somebody has to confirm. */
export const stateFilters = ["waiting", ...revocationStates] as const;
export type RevocationFilter = {
  q?: string;
  state?: (typeof stateFilters)[number];
  page: number;
  size: number;
  sort: "createdAt" | "effectiveOn";
  direction: "asc" | "desc";
};

/** Whatever a URL holds makes a filter; the list opens on all cases, the latest first. */
export function readRevocationFilter(params: Params): RevocationFilter {
  const given = paramsOf(params);
  return {
    q: zFilterText.parse(given.q),
    state: zFilterOneOf(stateFilters).parse(given.state),
    ...zPage(["createdAt", "effectiveOn"], "-createdAt").parse(given),
  };
}
