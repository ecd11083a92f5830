import { z } from "zod";
import { trees } from "@/lib/organizations/schema";
import {
  zCheckbox,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zIntId,
  zIntIdOrNull,
  zPage,
  zPartialDate,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
} from "@/lib/kernel/fields";
import { zIdNumberOrNull, zPhoneOrNull } from "./identities/schema";

export const genders = ["male", "female"] as const;
export type Gender = (typeof genders)[number];

/** 在职, 借调, 离职, 退休, 去世 */
export const employmentStatuses = ["active", "seconded", "left", "retired", "deceased"] as const;
export type EmploymentStatus = (typeof employmentStatuses)[number];

/** 产业工人, 专业技术人员, 管理人员, 农民工, 服务人员, 劳务派遣: a person may be several at once, quotas need it. */
export const workerTypes = [
  "industrial",
  "technical",
  "managerial",
  "migrant",
  "service",
  "dispatched",
] as const;
export type WorkerType = (typeof workerTypes)[number];

const version = zIntId;
const name = zText({ max: 100, required: true });
const chosen = <const Value extends string>(values: readonly Value[]) =>
  z
    .unknown()
    .optional()
    .transform((value, context): Value | null => {
      if (value === undefined || value === null || value === "") return null;
      const known = values.find((one) => one === value);
      if (known) return known;
      context.addIssue({ code: "custom", message: "unknownValue" });
      return z.NEVER;
    });

/** Several names in one field, parted as people part them. */
const names = zText({ max: 200 }).transform((text) =>
  [...new Set(text.split(/[、,，;；]/).map((one) => one.trim()))].filter(Boolean),
);

/** A reading in plain letters: surname, space, given name; ü is v. Empty is "work it out from the name". */
const reading = zText({ max: 200 }).transform((text, context) => {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll("ü", "v").replace(/['’]/g, "");
  if (plain === "" || /^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u.test(plain)) return plain;
  context.addIssue({ code: "custom", message: "badReading" });
  return z.NEVER;
});

const facts = {
  name,
  formerNames: names,
  pinyin: reading,
  gender: chosen(genders),
  birth: zPartialDateOrNull,
  idNumberLast4: zTextOrNull({ max: 4 }).transform((text, context) => {
    const last4 = text?.toUpperCase() ?? null;
    if (last4 === null || /^\d{3}[\dX]$/.test(last4)) return last4;
    context.addIssue({ code: "custom", message: "badLastFour" });
    return z.NEVER;
  }),
  workNumber: zTextOrNull({ max: 64 }),
  employerId: zIntIdOrNull,
  hiredOn: zPartialDateOrNull,
  ethnicity: zTextOrNull({ max: 50 }),
  politicalStatus: zTextOrNull({ max: 50 }),
  education: zTextOrNull({ max: 50 }),
  trade: zTextOrNull({ max: 100 }),
  skillGrade: zTextOrNull({ max: 50 }),
  professionalTitle: zTextOrNull({ max: 100 }),
  workerTypes: z
    .array(z.enum(workerTypes, { error: "unknownValue" }), { error: "invalid" })
    .max(workerTypes.length)
    .optional()
    .transform((set) => workerTypes.filter((type) => set?.includes(type))),
  remark: zTextOrNull({ max: 1000, lines: true }),
};
/** What is kept sealed, in a table of its own: null says nothing, the boxes take away what is kept. */
const numbers = {
  idNumber: zIdNumberOrNull,
  phone: zPhoneOrNull,
  forgetIdNumber: zCheckbox,
  forgetPhone: zCheckbox,
  /** The card was looked at: birth and gender are not those of the ID number. */
  documentChecked: zCheckbox,
};
const place = { unitId: zIntIdOrNull, unionUnitId: zIntIdOrNull, post: zTextOrNull({ max: 100 }) };

export const newEmployee = z.object({
  ...facts,
  ...numbers,
  ...place,
  assignedFrom: zPartialDateOrNull,
  status: z.enum(employmentStatuses, { error: "unknownValue" }).default("active"),
  statusDate: zPartialDateOrNull,
  /** The person was compared with those of the same name. */
  differentPerson: zCheckbox,
});
export const changedEmployee = z.object({ id: zIntId, version, ...facts, ...numbers, ...place });
export const transferredEmployee = z.object({
  id: zIntId,
  version,
  ...place,
  assignedFrom: zPartialDate,
  reason: zTextOrNull({ max: 500, lines: true }),
});
export const changedStatus = z.object({
  id: zIntId,
  version,
  status: z.enum(employmentStatuses, { error: "unknownValue" }),
  statusDate: zPartialDateOrNull,
  reason: zTextOrNull({ max: 500, lines: true }),
});

type Numbers = z.output<z.ZodObject<typeof numbers>>;
export type NewEmployee = Omit<z.output<typeof newEmployee>, keyof Numbers>;
export type EmployeeFacts = Omit<z.output<typeof changedEmployee>, "id" | "version" | keyof Numbers>;

/** The form's input with what goes into the sealed table apart. */
export function partNumbers<Input extends Numbers>(input: Input) {
  const { idNumber, phone, forgetIdNumber, forgetPhone, documentChecked, ...facts } = input;
  return { facts, idNumber, phone, forgetIdNumber, forgetPhone, documentChecked };
}

const filter = z.object({
  q: zFilterText,
  tree: zFilterOneOf(trees).transform((tree) => tree ?? "company"),
  unit: zFilterId,
  status: zFilterOneOf(employmentStatuses),
  workerType: zFilterOneOf(workerTypes),
});
const page = zPage(["name", "workNumber", "unit"], "name");

export type EmployeeFilter = z.output<typeof filter> & z.output<typeof page>;

/** Filters out of a list's address; whatever stands there gives a usable filter. */
export function readEmployeeFilter(params: Record<string, string | string[] | undefined>): EmployeeFilter {
  const first = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
  return { ...filter.parse(first), ...page.parse(params) };
}

export const employeeSearch = z.object({ q: zFilterText });
