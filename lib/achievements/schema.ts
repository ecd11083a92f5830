import { z } from "zod";
import { zNumberOrNull } from "@/lib/honors/schema";
import {
  paramsOf,
  zCheckbox,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zFilterYear,
  zIntId,
  zMoneyOrNull,
  zPage,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
  type Params,
} from "@/lib/kernel/fields";
import { isInOrder } from "@/lib/kernel/periods";

/** 技术革新, 发明, 五小, 合理化建议, 先进操作法, QC */
export const achievementKinds = [
  "innovation",
  "invention",
  "five_small",
  "suggestion",
  "operating_method",
  "quality_control",
] as const;
export const benefitKinds = ["direct", "indirect"] as const;
export const secrecies = ["open", "internal", "secret"] as const;
export type AchievementKind = (typeof achievementKinds)[number];
export type BenefitKind = (typeof benefitKinds)[number];
export type Secrecy = (typeof secrecies)[number];

export const textMax = 2000;
export const contributorsMax = 100;
export const propertiesMax = 50;

/** Per cent with at most two places, above 0. */
const zShareOrNull = zText({ max: 20 }).transform((text, context): string | null => {
  if (text === "") return null;
  const plain = text.normalize("NFKC").replace(/\s?%$/, "");
  if (/^\d{1,3}(\.\d{1,2})?$/.test(plain) && Number(plain) > 0 && Number(plain) <= 100)
    return Number(plain).toFixed(2);
  context.addIssue({ code: "custom", message: "share" });
  return z.NEVER;
});

/** In order: the first contributor is the 第一完成人. */
const contributor = z.object({
  employeeId: zIntId,
  share: zShareOrNull,
  contribution: zTextOrNull({ max: 500 }),
});

const property = z.object({
  type: zText({ max: 50, required: true }),
  number: zText({ max: 100, required: true }),
  owner: zTextOrNull({ max: 200 }),
  grantedOn: zPartialDateOrNull,
  status: zTextOrNull({ max: 50 }),
});

const zBenefitKindOrNull = z.preprocess(
  (value) => (value === undefined || value === "" ? null : value),
  z.enum(benefitKinds, { error: "unknownValue" }).nullable(),
);

const units = z
  .array(zIntId)
  .max(20)
  .default([])
  .refine((ids) => ids.length > 0, "required")
  .refine((ids) => new Set(ids).size === ids.length, "duplicate");

const fields = z.object({
  name: zText({ max: 300, required: true }),
  kind: z.enum(achievementKinds, { error: "requiredChoice" }),
  field: zTextOrNull({ max: 200 }),
  /** In order; the first leads. */
  units,
  startedOn: zPartialDateOrNull,
  finishedOn: zPartialDateOrNull,
  novelty: zTextOrNull({ max: textMax, lines: true }),
  application: zTextOrNull({ max: textMax, lines: true }),
  /** 万元 */
  economicBenefit: zMoneyOrNull,
  benefitYear: zNumberOrNull(1900, 2199),
  benefitKind: zBenefitKindOrNull,
  benefitCertifiedBy: zTextOrNull({ max: 200 }),
  socialBenefit: zTextOrNull({ max: textMax, lines: true }),
  secrecy: z.enum(secrecies, { error: "requiredChoice" }).default("open"),
  disputed: zCheckbox,
  contributors: z.array(contributor).max(contributorsMax).default([]),
  properties: z.array(property).max(propertiesMax).default([]),
});
const inOrder = ({ startedOn, finishedOn }: { startedOn: string | null; finishedOn: string | null }) =>
  isInOrder({ validFrom: startedOn, validTo: finishedOn });
const lateEnd = { path: ["finishedOn"], message: "endBeforeStart" };

/** The key makes a second sending of the same form the same achievement. */
export const newAchievement = fields.extend({ key: z.uuid("invalid") }).refine(inOrder, lateEnd);
export const changedAchievement = fields.extend({ id: zIntId, version: zIntId }).refine(inOrder, lateEnd);
export type AchievementInput = z.output<typeof fields>;
export type ContributorInput = z.output<typeof contributor>;
export type PropertyInput = z.output<typeof property>;

const filter = z.object({
  q: zFilterText,
  kind: zFilterOneOf(achievementKinds),
  year: zFilterYear,
  unit: zFilterId,
});
const page = zPage(["name", "kind", "finishedOn", "benefit", "updatedAt"], "-finishedOn");
export type AchievementFilter = z.output<typeof filter> & z.output<typeof page>;

/** Filters out of a list's address; whatever stands there gives a usable filter. */
export function readAchievementFilter(params: Params): AchievementFilter {
  return { ...filter.parse(paramsOf(params)), ...page.parse(params) };
}
