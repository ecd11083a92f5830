import type { PartialDate } from "@/lib/kernel/partial-date";
import type { Names } from "../mentions/rules";
import type { NewRecipient } from "../recipients/rules";
import type { AwardState, EvidenceGrade, RecipientRole, SubjectKind, Visibility } from "../schema";

export type RecipientFact = {
  kind: SubjectKind;
  id: number;
  name: string;
  unit: string | null;
  role: RecipientRole | null;
  share: string | null;
  bonus: string | null;
};

/** An award in the words of the audit trail: names instead of ids, as a reader many years later needs them. */
export type AwardFacts = {
  title: string;
  level: string;
  prizeLevel: string | null;
  rank: number | null;
  awardDate: PartialDate;
  awardYear: number;
  validTo: PartialDate | null;
  bonus: string | null;
  reason: string | null;
  deeds: string | null;
  posthumous: boolean;
  evidenceGrade: EvidenceGrade;
  visibility: Visibility;
  state: AwardState;
  ledgerNumber: string | null;
  recordingUnit: string;
  grantingBodies: string[];
  documents: string[];
  recipients: RecipientFact[];
};

/** 青工发〔2022〕15号 关于表彰…的决定, as papers name one another. */
export function cited({ number, title }: { number: string | null; title: string }): string {
  return number ? `${number} ${title}` : title;
}

/** A draft that is about to be written, in the same words as `awardFacts` reads it back. */
export function factsOf(
  { row, links }: { row: DraftRow; links: DraftLinks },
  { unit, levels, prizeLevels, documents, bodies }: Names,
): AwardFacts {
  const { titleName: title, levelCode, prizeLevelCode, rank, awardDate, awardYear, validTo } = row;
  const { bonus, reason, deeds, posthumous = false, evidenceGrade = "C", visibility = "open" } = row;
  return {
    ...{ title, rank, awardDate, awardYear, validTo, bonus: money(bonus), reason, deeds },
    ...{ posthumous, evidenceGrade, visibility, state: "draft", ledgerNumber: null, recordingUnit: unit },
    level: levels[levelCode] ?? levelCode,
    prizeLevel: prizeLevelCode === null ? null : (prizeLevels[prizeLevelCode] ?? prizeLevelCode),
    grantingBodies: links.grantingBodies.map((id) => bodies[id] ?? String(id)),
    documents: links.documents.map((id) => documents[id] ?? String(id)),
    recipients: links.recipients.map(recipientFact),
  };
}

/** A recipient in those words. */
export function recipientFact({ subject, unitText, role, share, bonus }: NewRecipient): RecipientFact {
  const { kind, id, name, unitName } = subject;
  const unit = unitName ?? unitText ?? null;
  return { kind, id, name, unit, role, share: money(share), bonus: money(bonus) };
}

/** Amounts and shares as the database keeps them, with two places. */
function money(amount: string | null): string | null {
  return amount === null ? null : Number(amount).toFixed(2);
}

/** What the form says of the award itself, with the snapshots of its title. */
export type DraftRow = {
  titleId: number;
  titleName: string;
  titleNameEn: string | null;
  categoryCode: string;
  levelCode: string;
  prizeLevelCode: string | null;
  rank: number | null;
  awardDate: PartialDate;
  awardYear: number;
  validTo: PartialDate | null;
  bonus: string | null;
  reason: string | null;
  deeds: string | null;
  posthumous?: boolean;
  evidenceGrade?: EvidenceGrade;
  visibility?: Visibility;
  recordingUnitId: number;
};
/** What hangs on it. */
export type DraftLinks = { documents: number[]; grantingBodies: number[]; recipients: NewRecipient[] };
