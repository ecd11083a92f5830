import type { IntakeChange } from "@/lib/kernel/intake";
import { firstDay, type PartialDate } from "@/lib/kernel/partial-date";
import { beginsAfter, isBefore } from "@/lib/organizations/rules";
import type { UnitIndex } from "@/lib/organizations/intake/rules";
import { isGone, leftOnOf } from "../rules";
import type { IdentityField } from "../identities/schema";
import type { NewEmployee } from "../schema";
import { genderWords, statusWords, workerTypeWords } from "./schema";

/** Facts of a person as the form's schema gives them, with what follows from them. */
export type Facts = Omit<NewEmployee, "differentPerson" | "pinyin"> & { pinyin: string; initials: string };
export type Present = Facts & { version: number; leftOn: string | null; periodFrom: string | null };

/** What does not fit together, by field: the rules of lib/employees/commands. */
export function factFaults(facts: Facts): Record<string, string[]> {
  const { status, statusDate, hiredOn, birth, workNumber, employerId } = facts;
  if (isGone(status) && !statusDate) return { statusDate: ["statusDateRequired"] };
  if (isBefore(leftOnOf(status, statusDate), hiredOn)) return { statusDate: ["endBeforeStart"] };
  if (isBefore(hiredOn, birth)) return { hiredOn: ["hiredBeforeBirth"] };
  if (workNumber !== null && employerId === null) return { employer: ["employerRequired"] };
  return {};
}

/** Whether somebody would come to stand elsewhere; a gap that is filled in is no transfer. */
export function isTransfer(before: Facts, after: Facts): boolean {
  if (before.unitId === null && before.unionUnitId === null) return false;
  return (["unitId", "unionUnitId", "post"] as const).some(
    (field) => before[field] !== null && before[field] !== after[field],
  );
}

/** A transfer needs its day, which lies after the beginning of the present assignment. */
export function transferFault(before: Present, from: PartialDate | null): string | null {
  if (from === null) return "transferDateRequired";
  if (isBefore(from, before.hiredOn)) return "assignedBeforeHire";
  return beginsAfter(from, before.periodFrom) ? null : "periodOrder";
}

type Held = { hiredOn: string | null; leftOn: string | null };

/** Whether two people would hold one number at the same time: as period_of and its exclusion in the database have it. */
export function meets(one: Held, other: Held): boolean {
  const range = ({ hiredOn, leftOn }: Held) => {
    const from = hiredOn ? firstDay(hiredOn as PartialDate) : "";
    return { from, before: leftOn ? firstDay(leftOn as PartialDate) : "~" };
  };
  const [a, b] = [range(one), range(other)];
  // An empty range meets nothing.
  return a.from < a.before && b.from < b.before && a.from < b.before && b.from < a.before;
}

/** Without dates that say less than the record does: 1985 is no change of 1985-03-02. */
export function exceptVaguer(given: Record<string, unknown>, before: Present): Record<string, unknown> {
  const dates = ["birth", "hiredOn", "statusDate"] as const;
  const vaguer = dates.filter((date) => given[date] && before[date]?.startsWith(given[date] as string));
  return { ...given, ...Object.fromEntries(vaguer.map((date) => [date, before[date]])) };
}

type Field = keyof Facts;

/** Fields with their columns in the database. */
export const columns = {
  ...{ name: "name", formerNames: "former_names", pinyin: "pinyin", initials: "initials", gender: "gender" },
  ...{
    birth: "birth",
    idNumberLast4: "id_number_last4",
    workNumber: "work_number",
    employerId: "employer_id",
  },
  ...{
    hiredOn: "hired_on",
    ethnicity: "ethnicity",
    politicalStatus: "political_status",
    education: "education",
  },
  ...{ post: "post", trade: "trade", skillGrade: "skill_grade", professionalTitle: "professional_title" },
  ...{ workerTypes: "worker_types", status: "status", statusDate: "status_date", unitId: "unit_id" },
  ...{ unionUnitId: "union_unit_id", assignedFrom: "assigned_from", remark: "remark" },
} as const satisfies Record<Field, string>;

/** Columns of a sheet whose fields are called otherwise. */
const columnOf: Partial<Record<Field, string>> = {
  unitId: "unit",
  unionUnitId: "unionUnit",
  employerId: "employer",
};

export function sheetColumn(field: string): string {
  return columnOf[field as Field] ?? field;
}

/** A field's value as people write it. */
export function shown(field: Field, facts: Facts, units: UnitIndex): string {
  const value = facts[field];
  if (value === null || value === "") return "";
  switch (field) {
    case "gender":
      return genderWords[facts.gender!][0]!;
    case "status":
      return statusWords[facts.status][0]!;
    case "workerTypes":
      return facts.workerTypes.map((type) => workerTypeWords[type][0]).join("、");
    case "formerNames":
      return facts.formerNames.join("、");
    case "unitId":
    case "unionUnitId":
    case "employerId":
      return units.units.get(value as number)?.name ?? "";
    default:
      return String(value);
  }
}

export function changesOf(
  fields: readonly Field[],
  before: Facts,
  after: Facts,
  units: UnitIndex,
): IntakeChange[] {
  return fields
    .filter((field) => field !== "pinyin" && field !== "initials")
    .map((field) => ({
      column: sheetColumn(field),
      before: shown(field, before, units),
      after: shown(field, after, units),
    }));
}

/** What the history tells: names of units beside their ids, so that it reads by itself. */
export function told(fields: readonly Field[], facts: Facts, units: UnitIndex): Record<string, unknown> {
  const named = fields.flatMap((field): [string, unknown][] => {
    const column = columnOf[field];
    return [
      [field, facts[field]],
      ...(column ? [[column, shown(field, facts, units) || null] as [string, unknown]] : []),
    ];
  });
  return Object.fromEntries(named);
}

/** Values by column of the database, with the day of leaving that follows from the status. */
export function written(fields: readonly Field[], facts: Facts): Record<string, unknown> {
  const values: Record<string, unknown> = Object.fromEntries(
    fields.map((field) => [columns[field], facts[field]]),
  );
  if (fields.includes("status") || fields.includes("statusDate"))
    values.left_on = leftOnOf(facts.status, facts.statusDate);
  return values;
}

export type NumbersFound = {
  /** Fields to be written. */
  write: IdentityField[];
  changes: IntakeChange[];
};

/** What is kept of a row until it is applied: values by column, and what the history tells. */
export type IntakeValues = {
  set: Record<string, unknown>;
  before?: Record<string, unknown>;
  after: Record<string, unknown>;
  /** Numbers to be written, out of what lies sealed beside the row. */
  numbers?: IdentityField[];
};

export function valuesOf(
  fields: readonly Field[],
  before: Present | null,
  after: Facts,
  units: UnitIndex,
  { write, changes }: NumbersFound,
): IntakeValues {
  const masks = (side: "before" | "after") =>
    Object.fromEntries(changes.map((one) => [one.column, one[side] || null]));
  return {
    set: written(fields, after),
    ...(before && { before: { ...told(fields, before, units), ...masks("before") } }),
    after: { ...told(fields, after, units), ...masks("after") },
    numbers: write,
  };
}
