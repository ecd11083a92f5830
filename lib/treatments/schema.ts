import { z } from "zod";
import {
  paramsOf,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zFilterYear,
  zFullDate,
  zIntId,
  zMoneyOrNull,
  zPage,
  zPartialDate,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
  type PageRequest,
  type Params,
} from "@/lib/kernel/fields";
import { firstDay, lastDay } from "@/lib/kernel/partial-date";

/** 一次性, 每月, 每年 */
export const treatmentPeriods = ["once", "monthly", "yearly"] as const;
/** 待发, 在发, 已停: told by the day on which it is asked. */
export const treatmentStates = ["coming", "running", "stopped"] as const;
/** Why it ends: 作废, 撤销, 去世, 手工停发, 到期, 荣誉到期, 一次性. */
export const treatmentEnds = [
  "voided",
  "revoked",
  "deceased",
  "manual",
  "ended",
  "validity",
  "once",
] as const;

export type TreatmentPeriod = (typeof treatmentPeriods)[number];
export type TreatmentState = (typeof treatmentStates)[number];
export type TreatmentEnd = (typeof treatmentEnds)[number];

const zCode = zText({ max: 40 }).refine((code) => code !== "", "requiredChoice");
const zReason = zText({ max: 500, lines: true }).refine((text) => text !== "", "reasonRequired");

const fields = {
  employeeId: zIntId,
  kindCode: zCode,
  amount: zMoneyOrNull,
  period: z.enum(treatmentPeriods, { error: "requiredChoice" }),
  validFrom: zPartialDate,
  validTo: zPartialDateOrNull,
  payer: zText({ max: 200, required: true }),
  basis: zTextOrNull({ max: 500, lines: true }),
  note: zTextOrNull({ max: 500, lines: true }),
};
type Fields = z.output<z.ZodObject<typeof fields>>;

const inOrder = ({ validFrom, validTo }: Pick<Fields, "validFrom" | "validTo">) =>
  validTo === null || firstDay(validFrom) <= lastDay(validTo);
const onceEnds = ({ period, validTo }: Pick<Fields, "period" | "validTo">) =>
  period !== "once" || validTo === null;
const atOrder = { path: ["validTo"], message: "endBeforeStart" };
const atOnce = { path: ["validTo"], message: "onceHasNoEnd" };

/** The key makes a second sending of the same form the same treatment. */
export const newTreatment = z
  .object({ ...fields, awardId: zIntId, key: z.uuid("invalid") })
  .refine(inOrder, atOrder)
  .refine(onceEnds, atOnce);
export const changedTreatment = z
  .object({ ...fields, id: zIntId, version: zIntId })
  .refine(inOrder, atOrder)
  .refine(onceEnds, atOnce);
export type TreatmentInput = Fields;

/** 停发: the first day on which nothing is given any more. */
export const stopInput = z.object({ id: zIntId, version: zIntId, stoppedFrom: zFullDate, reason: zReason });
/** 恢复发放: takes back a stop that was entered by hand. */
export const resumeInput = z.object({ id: zIntId, version: zIntId, reason: zReason });

export type TreatmentFilter = PageRequest<"validFrom" | "amount"> & {
  /** A person's name, its beginning in initials, or a work number. */
  q?: string;
  kind?: string;
  state?: TreatmentState;
  /** Given at some day of this year. */
  year?: number;
  unit?: number;
};

/** Whatever a URL holds makes a filter; the list opens on all treatments, the latest first. */
export function readTreatmentFilter(params: Params): TreatmentFilter {
  const given = paramsOf(params);
  return {
    q: zFilterText.parse(given.q),
    kind: zFilterText.parse(given.kind),
    state: zFilterOneOf(treatmentStates).parse(given.state),
    year: zFilterYear.parse(given.year),
    unit: zFilterId.parse(given.unit),
    ...zPage(["validFrom", "amount"], "-validFrom").parse(given),
  };
}
