import { z } from "zod";
import { zCheckbox, zFilterOneOf, zFilterText, zIntId, zPage, zText, zTextOrNull } from "@/lib/kernel/fields";
import { zNumberOrNull } from "../schema";

export const cycles = [
  "yearly",
  "every_two_years",
  "every_three_years",
  "every_five_years",
  "irregular",
] as const;
export type Cycle = (typeof cycles)[number];

export const programmeInput = z.object({
  name: zText({ max: 200, required: true }),
  nameEn: zTextOrNull({ max: 200 }),
  series: zTextOrNull({ max: 100 }),
  cycle: z.enum(cycles),
  quota: zNumberOrNull(1, 1_000_000),
  coverage: zTextOrNull({ max: 300 }),
  onOfficialList: zCheckbox,
  basis: zTextOrNull({ max: 1000, lines: true }),
  organisers: z
    .array(zIntId)
    .max(20)
    .default([])
    .refine((ids) => new Set(ids).size === ids.length, "duplicate"),
});
export type ProgrammeInput = z.output<typeof programmeInput>;

export const programmeFilter = z.object({
  q: zFilterText,
  cycle: zFilterOneOf(cycles),
  official: zFilterOneOf(["yes", "no"]),
});
export const programmePage = zPage(["name", "series", "cycle"], "name");
export type ProgrammeFilter = z.output<typeof programmeFilter>;
export type ProgrammePage = z.output<typeof programmePage>;
