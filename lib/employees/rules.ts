import { maskIdNumber } from "@/lib/kernel/id-number";
import { readingOf } from "@/lib/kernel/pinyin";
import type { EmploymentStatus } from "./schema";

type Translate = (key: string, values?: Record<string, string | number>) => string;
type Told = {
  unitName: string | null;
  workNumber: string | null;
  birthYear: string | null;
  last4: string | null;
};

/** What tells people of the same name apart: 一分公司 · 工号 00123 · 1985 年生 · 尾号 1234. */
export function employeeHint({ unitName, workNumber, birthYear, last4 }: Told, t: Translate): string {
  return [
    unitName,
    workNumber && t("hint.workNumber", { workNumber }),
    birthYear && t("hint.birthYear", { birthYear }),
    last4 && t("hint.last4", { last4 }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** A person already chosen, as a picker shows them without any language: 一分公司 · 00123. */
export function pickedPerson({
  id,
  name,
  unitName,
  workNumber,
}: {
  id: number;
  name: string;
  unitName: string | null;
  workNumber: string | null;
}) {
  return { id, label: name, hint: [unitName, workNumber].filter(Boolean).join(" · ") || undefined };
}

/** The reading as kept: what was typed, or the name's usual one. Its initials are those of the name's many syllables. */
export function keptReading(name: string, typed: string): { pinyin: string; initials: string } {
  const usual = readingOf(name);
  if (typed === "" || typed === usual.pinyin) return usual;
  const count = [...usual.initials].length;
  // A long foreign name would make the search for its syllables long too.
  const syllables =
    count <= 8
      ? new RegExp(`^${Array(count).fill(`(${syllable})`).join(" ?")}$`).exec(typed)?.slice(1)
      : undefined;
  return { pinyin: typed, initials: (syllables ?? typed.split(" ")).map((one) => [...one][0]).join("") };
}

/** Since when somebody is no longer employed; null while they are. */
export function leftOnOf(status: EmploymentStatus, statusDate: string | null): string | null {
  return isGone(status) ? statusDate : null;
}

type Named = { name: string } | null;
type Kept = {
  version: number;
  assignments: unknown;
  identity: { idNumberHash: string | null; phoneMask: string | null } | null;
  idNumberLast4: string | null;
  employer: Named;
  unit: Named;
  unionUnit: Named;
};

/** What the history tells of a person: names of units beside their ids, so that it reads by itself; numbers masked. */
export function inWords(employee: Kept): Record<string, unknown> {
  const { version: _version, assignments: _assignments, identity, ...facts } = employee;
  return {
    ...facts,
    employer: facts.employer?.name ?? null,
    unit: facts.unit?.name ?? null,
    unionUnit: facts.unionUnit?.name ?? null,
    idNumber: identity?.idNumberHash ? maskIdNumber(facts.idNumberLast4 ?? "") : null,
    phone: identity?.phoneMask ?? null,
  };
}

export function isGone(status: EmploymentStatus): boolean {
  return status === "left" || status === "retired" || status === "deceased";
}

/** A syllable in plain letters (ü as v), for parting what was typed as one word. */
const syllable =
  "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|vn|[aoeiuv])";
