import { z } from "zod";
import {
  paramsOf,
  zCheckbox,
  zFilterId,
  zFilterText,
  zIntId,
  zMoneyOrNull,
  zPage,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
  type Params,
} from "@/lib/kernel/fields";
import { isInOrder } from "@/lib/kernel/periods";

export const membersMax = 300;
export const goalsMax = 2000;

const member = z
  .object({
    employeeId: zIntId,
    validFrom: zPartialDateOrNull,
    validTo: zPartialDateOrNull,
    isLeader: zCheckbox,
  })
  .refine(isInOrder, { path: ["validTo"], message: "endBeforeStart" });

/** Square metres with at most two places: what numeric(10,2) holds. */
const zAreaOrNull = zText({ max: 20 }).transform((text, context): string | null => {
  if (text === "") return null;
  const plain = text
    .normalize("NFKC")
    .replaceAll(",", "")
    .replace(/\s?(m2|平方米)$/i, "");
  if (/^\d{1,8}(\.\d{1,2})?$/.test(plain)) return Number(plain).toFixed(2);
  context.addIssue({ code: "custom", message: "area" });
  return z.NEVER;
});

const fields = {
  name: zText({ max: 200, required: true }),
  unitId: zIntId,
  foundedOn: zPartialDateOrNull,
  place: zTextOrNull({ max: 200 }),
  area: zAreaOrNull,
  /** 万元 */
  funding: zMoneyOrNull,
  field: zTextOrNull({ max: 200 }),
  goals: zTextOrNull({ max: goalsMax, lines: true }),
  members: z.array(member).max(membersMax).default([]),
};

/** The key makes a second sending of the same form the same studio. */
export const newStudio = z.object({ ...fields, key: z.uuid("invalid") });
export const changedStudio = z.object({ ...fields, id: zIntId, version: zIntId });
export type StudioInput = Omit<z.output<typeof newStudio>, "key">;
export type MemberInput = StudioInput["members"][number];

const filter = z.object({ q: zFilterText, unit: zFilterId });
const page = zPage(["name", "unit", "foundedOn", "updatedAt"], "unit");
export type StudioFilter = z.output<typeof filter> & z.output<typeof page>;

/** Filters out of a list's address; whatever stands there gives a usable filter. */
export function readStudioFilter(params: Params): StudioFilter {
  return { ...filter.parse(paramsOf(params)), ...page.parse(params) };
}
