import type { IntakeChange } from "@/lib/kernel/intake";
import type { Words } from "@/lib/kernel/intake-row";
import type { TitleInput } from "../schema";
import { subjectKindWords } from "./schema";

export type Choices = Pick<TitleInput, "levels" | "prizeLevels" | "subjectKinds">;
export type Present = TitleInput & {
  id: number;
  version: number;
  programme: string | null;
  predecessor: string | null;
};
/** What is kept of a row until it is applied; the title that it follows by name, where it is a row of the same workbook. */
export type IntakeValues = {
  set: Record<string, unknown>;
  choices: Partial<Choices>;
  choicesBefore: Partial<Choices>;
  predecessorName: string | null;
  before?: Record<string, unknown>;
  after: Record<string, unknown>;
};

/** Fields in the title's own row; the choices stand in tables beside it. */
export const columns = {
  ...{ name: "name", nameEn: "name_en", programmeId: "programme_id", categoryCode: "category_code" },
  ...{
    validityMonths: "validity_months",
    countsForMembers: "counts_for_members",
    nationalCode: "national_code",
  },
  ...{ predecessorId: "predecessor_id", validFrom: "valid_from", validTo: "valid_to", sort: "sort" },
} as const satisfies Record<Exclude<keyof TitleInput, keyof Choices>, string>;
export const choiceFields = ["levels", "prizeLevels", "subjectKinds"] as const;
export const fields = [...(Object.keys(columns) as (keyof TitleInput)[]), ...choiceFields];

export function sheetColumn(field: string): string {
  return { programmeId: "programme", categoryCode: "category", predecessorId: "predecessor" }[field] ?? field;
}

/** Choices in one order, so that another order is no change. */
export function inOrder<Title extends Choices>(title: Title): Title {
  return {
    ...title,
    levels: title.levels.toSorted(),
    prizeLevels: title.prizeLevels.toSorted(),
    subjectKinds: title.subjectKinds.toSorted(),
  };
}

type Named = TitleInput & { programme: string | null; predecessor: string | null };
type Lists = { categories: Words; levels: Words; prizeLevels: Words };

export function valuesOf(
  changed: readonly (keyof TitleInput)[],
  before: Present | null,
  after: Named,
): IntakeValues {
  const told = (title: Named) => ({
    ...Object.fromEntries(changed.map((field) => [field, title[field]])),
    ...(changed.includes("programmeId") && { programme: title.programme }),
    ...(changed.includes("predecessorId") && { predecessor: title.predecessor }),
  });
  const isPlanned = after.predecessorId !== null && after.predecessorId < 0;
  const own = changed.filter((field): field is keyof typeof columns => field in columns);
  const chosen = (title: Choices) =>
    Object.fromEntries(
      choiceFields.filter((field) => changed.includes(field)).map((field) => [field, title[field]]),
    );
  return {
    set: Object.fromEntries(
      own.map((field) => [columns[field], field === "predecessorId" && isPlanned ? null : after[field]]),
    ),
    choices: chosen(after),
    choicesBefore: before ? chosen(before) : {},
    predecessorName: isPlanned ? after.predecessor : null,
    ...(before && { before: told(before) }),
    after: told(isPlanned ? { ...after, predecessorId: null } : after),
  };
}

export function changesOf(
  changed: readonly (keyof TitleInput)[],
  before: Named,
  after: Named,
  lists: Lists,
): IntakeChange[] {
  const words = (list: Words, codes: readonly string[]) =>
    codes.map((code) => list[code]?.[0] ?? code).join("、");
  const shown = (field: keyof TitleInput, title: Named): string => {
    switch (field) {
      case "levels":
        return words(lists.levels, title.levels);
      case "prizeLevels":
        return words(lists.prizeLevels, title.prizeLevels);
      case "subjectKinds":
        return words(subjectKindWords, title.subjectKinds);
      case "categoryCode":
        return words(lists.categories, [title.categoryCode]);
      case "programmeId":
        return title.programme ?? "";
      case "predecessorId":
        return title.predecessor ?? "";
      case "countsForMembers":
        return title.countsForMembers ? "是" : "否";
      default:
        return String(title[field] ?? "");
    }
  };
  return changed.map((field) => ({
    column: sheetColumn(field),
    before: shown(field, before),
    after: shown(field, after),
  }));
}
