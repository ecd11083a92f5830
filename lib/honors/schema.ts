import { z } from "zod";
import {
  zCheckbox,
  zFilterOneOf,
  zFilterText,
  zIntId,
  zIntIdOrNull,
  zPage,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
} from "@/lib/kernel/fields";
import { firstDay, lastDay } from "@/lib/kernel/partial-date";

export const subjectKinds = ["employee", "team", "studio", "organization", "achievement"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A value of a list kept in the database, such as a level. */
export type ListValue = { code: string; nameZh: string; nameEn: string };
export type NamedRef = { id: number; name: string; nameEn: string | null };

const zCode = zText({ max: 64, required: true });
const distinct = <Value extends string>(values: Value[]) => [...new Set(values)];
const zCodes = z.array(zCode).max(50).default([]).transform(distinct);

/** A whole number within bounds, null where nothing was given. */
export function zNumberOrNull(min: number, max: number) {
  return z
    .unknown()
    .optional()
    .transform((value, context): number | null => {
      const text =
        typeof value === "number"
          ? String(value)
          : typeof value === "string"
            ? value.normalize("NFKC").trim()
            : "";
      if (text === "") return null;
      const number = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      const message = Number.isNaN(number)
        ? "notWholeNumber"
        : number < min
          ? `numberTooSmall:${min}`
          : number > max
            ? `numberTooLarge:${max}`
            : null;
      if (message === null) return number;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

export const titleInput = z
  .object({
    name: zText({ max: 200, required: true }),
    nameEn: zTextOrNull({ max: 200 }),
    programmeId: zIntIdOrNull,
    categoryCode: zCode,
    levels: zCodes.refine((codes) => codes.length > 0, "requiredChoice"),
    prizeLevels: zCodes,
    subjectKinds: z
      .array(z.enum(subjectKinds))
      .default([])
      .transform(distinct)
      .refine((kinds) => kinds.length > 0, "requiredChoice"),
    validityMonths: zNumberOrNull(1, 1200),
    countsForMembers: zCheckbox,
    nationalCode: zTextOrNull({ max: 64 }),
    predecessorId: zIntIdOrNull,
    validFrom: zPartialDateOrNull,
    validTo: zPartialDateOrNull,
    sort: zNumberOrNull(0, 99_999).transform((sort) => sort ?? 0),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || firstDay(validFrom) <= lastDay(validTo), {
    path: ["validTo"],
    message: "endBeforeStart",
  });
export type TitleInput = z.output<typeof titleInput>;

/** What names a row, and the version of it that the form showed. */
export const existing = z.object({ id: zIntId, version: zIntId });

/** What a picker asks for: words, how many, and one row to leave out. */
export const pickerQuestion = z.object({
  q: zFilterText.transform((q) => q ?? ""),
  limit: z.coerce.number().int().min(1).max(20).catch(20),
  except: zIntIdOrNull.catch(null),
});

export const titleSorts = ["order", "name", "category", "validFrom"] as const;
export const titleFilter = z.object({
  q: zFilterText,
  category: zFilterText,
  level: zFilterText,
  kind: zFilterOneOf(subjectKinds),
  force: zFilterOneOf(["yes", "no"]),
});
export const titlePage = zPage(titleSorts, "order");
export type TitleFilter = z.output<typeof titleFilter>;
export type TitlePage = z.output<typeof titlePage>;
