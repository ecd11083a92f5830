import { firstDay, lastDay, type PartialDate } from "@/lib/kernel/partial-date";
import { subjectFields, type AwardState, type RecipientRole, type SubjectKind } from "./schema";

export const zone = "Asia/Shanghai";

// Made once: to make one takes longer than all else that is asked of an award here.
const days = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });

/** The calendar day of an instant where the registry's people live, "2026-11-27". */
export function zonedDay(now: Date): string {
  return days.format(now);
}

export function zonedYear(now: Date): number {
  return Number(zonedDay(now).slice(0, 4));
}

/** The tree beside the list: the one asked for, or else the one in which somebody holds a role. */
export function unitTreeOf(
  grants: readonly { tree: "company" | "union" | null }[],
  asked: string | undefined,
): "company" | "union" {
  if (asked === "company" || asked === "union") return asked;
  return grants.find(({ tree }) => tree !== null)?.tree ?? "union";
}

/** Where a subject's own page is. */
export const subjectPath = {
  employee: "/employees",
  team: "/teams",
  studio: "/studios",
  organization: "/organizations",
  achievement: "/achievements",
} as const satisfies Record<SubjectKind, string>;

/** States in which the content may still be changed. */
export const openStates = ["draft", "returned"] as const satisfies AwardState[];
/** States of an honor that was conferred, whatever became of it. Everyone with a right to the award sees these. */
export const conferredStates = ["effective", "expired", "revoked"] as const satisfies AwardState[];
/** States of an honor that stands: conferred and not revoked. What counts, and what is shown outside, is one of these. */
export const standingStates = ["effective", "expired"] as const satisfies AwardState[];
/** From which states an award may be voided; a revoked one was an honor and stays one. */
export const voidableStates = [
  "draft",
  "returned",
  "submitted",
  "effective",
  "expired",
] as const satisfies AwardState[];

export function isStanding(state: AwardState): boolean {
  return standingStates.some((standing) => standing === state);
}

export function isOpen(state: AwardState): boolean {
  return openStates.some((open) => open === state);
}

/** Who submitted it last. */
export function submitterOf(
  changes: readonly { toState: AwardState; changedById: number | null }[],
): number | null {
  return changes.findLast(({ toState }) => toState === "submitted")?.changedById ?? null;
}

/** What a title allows, as far as an award asks. */
export type TitleRules = {
  levels: readonly string[];
  prizeLevels: readonly string[];
  subjectKinds: readonly SubjectKind[];
  validFrom: string | null;
  validTo: string | null;
};

export type AwardFacts = {
  levelCode: string | null;
  prizeLevelCode: string | null;
  awardDate: PartialDate;
  validTo: PartialDate | null;
  bonus: string | null;
  recipients: readonly RecipientFacts[];
};
export type RecipientFacts = {
  kind: SubjectKind;
  id: number;
  role: RecipientRole | null;
  share: string | null;
  bonus: string | null;
  /** Null where the subject is unknown to the actor. */
  subject: { hiredOn: string | null; mergedIntoId: number | null } | null;
};

export type FieldFaults = Record<string, string[]>;

/** Every rule of an award's content that can be told without the ledger; the database holds the same ones. */
export function checkAward(award: AwardFacts, title: TitleRules, today: string): FieldFaults {
  const faults: FieldFaults = {};
  const add = (path: string, key: string) => void (faults[path] ??= []).push(key);

  if (!award.levelCode) add("levelCode", "requiredChoice");
  else if (!title.levels.includes(award.levelCode)) add("levelCode", "levelNotAllowed");
  if (!award.prizeLevelCode && title.prizeLevels.length > 0) add("prizeLevelCode", "prizeLevelRequired");
  if (award.prizeLevelCode && !title.prizeLevels.includes(award.prizeLevelCode))
    add("prizeLevelCode", "prizeLevelNotAllowed");
  if (firstDay(award.awardDate) > today) add("awardDate", "dateInFuture");
  else if (!overlaps(award.awardDate, title.validFrom, title.validTo)) add("awardDate", "dateOutsideTitle");
  if (award.validTo && lastDay(award.validTo) < firstDay(award.awardDate)) add("validTo", "endBeforeStart");

  const seen = new Set<string>();
  award.recipients.forEach((recipient, index) => {
    const path = `recipients.${index}.${subjectFields[recipient.kind]}`;
    const same = `${recipient.kind}:${recipient.id}`;
    if (seen.has(same)) add(path, "duplicateSubject");
    seen.add(same);
    if (!title.subjectKinds.includes(recipient.kind)) add(path, "subjectKindNotAllowed");
    if (recipient.role && recipient.kind !== "employee") add(`recipients.${index}.role`, "roleNotAllowed");
    if (!recipient.subject) return add(path, "outOfScope");
    if (recipient.subject.mergedIntoId) add(path, "subjectMerged");
    const hired = recipient.subject.hiredOn as PartialDate | null;
    if (hired && lastDay(award.awardDate) < firstDay(hired)) add(path, "dateBeforeHire");
  });

  if (sumOf(award.recipients.map(({ bonus }) => bonus)) > hundredths(award.bonus))
    add("bonus", "bonusShares");
  if (sumOf(award.recipients.map(({ share }) => share)) > 100_00) add("recipients", "shareTotal");
  return faults;
}

/** What a draft may lack and a submitted award may not. */
export function checkComplete({
  recipients,
  documents,
  reason,
  unresolved = 0,
}: {
  recipients: number;
  documents: number;
  reason: string | null;
  /** Names of its list that nobody could place yet. */
  unresolved?: number;
}): FieldFaults {
  const faults: FieldFaults = {};
  if (unresolved > 0) faults.recipients = ["recipientsUnresolved"];
  else if (recipients === 0) faults.recipients = ["noRecipients"];
  if (documents === 0 && !reason) faults.documents = ["documentRequired"];
  return faults;
}

/** Whether a partial date can lie between two others; an end that is missing is open. */
export function overlaps(date: PartialDate, from: string | null, to: string | null): boolean {
  return (
    (!from || firstDay(from as PartialDate) <= lastDay(date)) &&
    (!to || lastDay(to as PartialDate) >= firstDay(date))
  );
}

/** The end of a title's validity, only as exact as the award date is: a year and 30 months give no year. */
export function endOfValidity(date: PartialDate, months: number | null): PartialDate | null {
  if (!months) return null;
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return months % 12 === 0 ? pad(year + months / 12) : null;
  const count = year * 12 + month - 1 + months;
  const [endYear, endMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = lastDay(pad(endYear, endMonth));
  if (day === undefined) return pad(endYear, endMonth);
  return pad(endYear, endMonth, Math.min(day, Number(last.slice(8))));
}

/** Where a person stands among those who share an honor. */
export type Place = { position: number; total: number; role: RecipientRole | null };
type Translate = (key: string, values?: Record<string, string | number>) => string;

/** 三等奖（第2完成人，共5人）, or "Third prize (2nd contributor of 5)"; `prize` is the prize level in words. */
export function placeText(t: Translate, place: Place | null, prize: string | null): string {
  if (!place || place.total < 2) return prize ?? "";
  const kind =
    place.role === null || place.role === "first_contributor" || place.role === "main_contributor"
      ? "contributor"
      : place.role;
  const text = t(`place.${kind}`, { position: place.position, total: place.total });
  return prize ? t("place.withPrize", { prize, place: text }) : text;
}

function sumOf(amounts: readonly (string | null)[]): number {
  return amounts.reduce((sum, amount) => sum + hundredths(amount), 0);
}

/** Amounts are added in whole hundredths: 0.1 + 0.2 is 0.3. numeric(12,2) stays a safe integer. */
function hundredths(amount: string | null): number {
  return Math.round(Number(amount ?? 0) * 100);
}

function pad(year: number, ...rest: number[]): PartialDate {
  return [String(year).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join(
    "-",
  ) as PartialDate;
}
