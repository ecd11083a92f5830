import { z } from "zod";
import {
  paramsOf,
  zCheckbox,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zFilterYear,
  zIntIdOrNull,
  zMoneyOrNull,
  zPage,
  zPartialDate,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
  type Params,
} from "@/lib/kernel/fields";
import { zId } from "@/lib/kernel/ids";
import { subjectKinds, type SubjectKind } from "@/lib/honors/schema";

export { subjectKinds, type SubjectKind };

export const awardStates = [
  "draft",
  "returned",
  "submitted",
  "effective",
  "expired",
  "revoked",
  "void",
] as const;
export const awardSources = ["manual", "import", "declared", "selected", "legacy"] as const;
export const evidenceGrades = ["A", "B", "C", "D", "E"] as const;
export const visibilities = ["open", "internal"] as const;
export const recipientRoles = [
  "first_contributor",
  "main_contributor",
  "leader",
  "member",
  "advisor",
  "mentor",
] as const;

export type AwardState = (typeof awardStates)[number];
export type AwardSource = (typeof awardSources)[number];
export type EvidenceGrade = (typeof evidenceGrades)[number];
export type Visibility = (typeof visibilities)[number];
export type RecipientRole = (typeof recipientRoles)[number];

/** The field of a recipient that names a subject of this kind. */
export const subjectFields = {
  employee: "employeeId",
  team: "teamId",
  studio: "studioId",
  organization: "organizationId",
  achievement: "achievementId",
} as const satisfies Record<SubjectKind, string>;

export type SubjectRef = { kind: SubjectKind; id: number };

export function refKey({ kind, id }: SubjectRef): string {
  return `${kind}:${id}`;
}

export const deedsMax = 500;
export const recipientsMax = 300;

/** A code out of a table of values; "" where nothing was chosen. Whether it exists is for the title's rules to say. */
export const zCodeOrNull = zTextOrNull({ max: 64 });

export function zOneOf<const Value extends string>(values: readonly Value[], fallback: Value) {
  return z.preprocess((value) => (value === undefined || value === "" ? fallback : value), z.enum(values));
}

export function zOneOfOrNull<const Value extends string>(values: readonly Value[]) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? null : value),
    z.enum(values).nullable(),
  );
}

/** A whole number between two bounds; null where nothing was given. */
export function zWholeOrNull(min: number, max: number, message?: string) {
  return zText({ max: 20 }).transform((text, context): number | null => {
    if (text === "") return null;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    const key = Number.isNaN(value)
      ? "notWholeNumber"
      : value < min
        ? `numberTooSmall:${min}`
        : `numberTooLarge:${max}`;
    context.addIssue({ code: "custom", message: message ?? key });
    return z.NEVER;
  });
}

/** Per cent with at most two places, above 0. */
const zShareOrNull = zText({ max: 20 }).transform((text, context): string | null => {
  if (text === "") return null;
  const plain = text.normalize("NFKC").replace(/\s?%$/, "");
  if (/^\d{1,3}(\.\d{1,2})?$/.test(plain) && Number(plain) > 0 && Number(plain) <= 100)
    return Number(plain).toFixed(2);
  context.addIssue({ code: "custom", message: "share" });
  return z.NEVER;
});

const zIds = z.preprocess(
  (value) =>
    Array.isArray(value)
      ? value.filter((one) => one !== "")
      : value === undefined || value === ""
        ? []
        : [value],
  z
    .array(zId)
    .max(20)
    .transform((ids) => [...new Set(ids)]),
);

export const zYear = zWholeOrNull(1900, 2199, "badYear");
export const zAwardDate = zPartialDate.refine((date) => date >= "1900" && date < "2200", "badDate");
const zAwardDateOrNull = zPartialDateOrNull.refine(
  (date) => date === null || (date >= "1900" && date < "2200"),
  "badDate",
);

export const recipientInput = z
  .object({
    employeeId: zIntIdOrNull,
    teamId: zIntIdOrNull,
    studioId: zIntIdOrNull,
    organizationId: zIntIdOrNull,
    achievementId: zIntIdOrNull,
    role: zOneOfOrNull(recipientRoles),
    share: zShareOrNull,
    bonus: zMoneyOrNull,
  })
  .transform(({ role, share, bonus, ...ids }, context) => {
    const subjects = subjectKinds.flatMap((kind) =>
      ids[subjectFields[kind]] ? [{ kind, id: ids[subjectFields[kind]]! }] : [],
    );
    if (subjects.length === 1) return { ...subjects[0]!, role, share, bonus };
    context.addIssue({ code: "custom", message: subjects.length === 0 ? "noSubject" : "twoSubjects" });
    return z.NEVER;
  });

export type RecipientInput = z.output<typeof recipientInput>;

/** The form sends its recipients as one JSON text; other callers send a list. */
function parseList(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value || "[]");
  } catch {
    return null;
  }
}

/** What the form posts, for a new award (with `key`) and for a changed one (with `id` and `version`). */
export const awardInput = z.object({
  id: zIntIdOrNull,
  version: zIntIdOrNull,
  key: z
    .preprocess((value) => (value === "" ? null : value), z.uuid("invalid").nullish())
    .transform((key) => key ?? null),
  intent: zOneOf(["draft", "submit"], "draft"),
  titleId: zId,
  levelCode: zCodeOrNull,
  prizeLevelCode: zCodeOrNull,
  rank: zWholeOrNull(1, 9999),
  awardDate: zAwardDate,
  awardYear: zYear,
  validTo: zAwardDateOrNull,
  bonus: zMoneyOrNull,
  reason: zTextOrNull({ max: 1000, lines: true }),
  deeds: zTextOrNull({ max: deedsMax, lines: true }),
  posthumous: zCheckbox,
  evidenceGrade: zOneOf(evidenceGrades, "C"),
  visibility: zOneOf(visibilities, "open"),
  recordingUnitId: zIntIdOrNull,
  documents: zIds,
  grantingBodies: zIds,
  recipients: z.preprocess(parseList, z.array(recipientInput, "invalid").max(recipientsMax).default([])),
});

export type AwardInput = z.output<typeof awardInput>;

export const awardSorts = ["date", "number", "title", "level", "year", "unit", "state"] as const;
export type AwardSort = (typeof awardSorts)[number];

export type AwardFilter = {
  q?: string;
  /** Null is every year. */
  year: number | null;
  level?: string;
  category?: string;
  prizeLevel?: string;
  unit?: number;
  state?: AwardState;
  title?: number;
  subjectKind?: SubjectKind;
  /** Beyond the pages that have numbers: the id of the row that the page follows, or goes before. */
  after?: number;
  before?: number;
  page: number;
  size: number;
  sort: AwardSort;
  direction: "asc" | "desc";
};

/** Whatever a URL holds makes a filter. The list opens on this year; `year=all` is every year. */
export function readAwardFilter(params: Params, thisYear: number): AwardFilter {
  const given = paramsOf(params);
  const year = zFilterYear.parse(given.year);
  return {
    q: zFilterText.parse(given.q),
    year: given.year === "all" ? null : (year ?? thisYear),
    level: zFilterText.parse(given.level),
    category: zFilterText.parse(given.category),
    prizeLevel: zFilterText.parse(given.prizeLevel),
    unit: zFilterId.parse(given.unit),
    state: zFilterOneOf(awardStates).parse(given.state),
    title: zFilterId.parse(given.title),
    subjectKind: zFilterOneOf(subjectKinds).parse(given.subjectKind),
    ...zPage(awardSorts, "-date").parse(given),
  };
}
