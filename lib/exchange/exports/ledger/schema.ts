import type { EvidenceGrade, AwardState, RecipientRole, SubjectKind } from "@/lib/awards/schema";

/**
 * An award with what the columns of a file show: fields are called as their columns, and those that no column asks for were
 * not read. Names of listed values stand in the reader's language.
 */
export type AwardFact = {
  id: number;
  ledgerNumber: string | null;
  title: string;
  titleEn: string | null;
  category: string;
  level: string;
  prizeLevel: string | null;
  rank: number | null;
  awardDate: string;
  awardYear: number;
  bonus: string | null;
  documentNumber: string[];
  documentTitle: string[];
  issuers: string[];
  grantingBodies: string[];
  state: AwardState;
  reason: string | null;
  evidenceGrade: EvidenceGrade;
  recordingUnit: string;
  enteredBy: string;
  confirmedBy: string | null;
  /** "2022-12-05 09:30" in the registry's zone. */
  confirmedAt: string | null;
  recipients: RecipientFact[];
};

export type RecipientFact = {
  position: number;
  name: string;
  struck: boolean;
  struckMembers: string[];
  kind: SubjectKind;
  role: RecipientRole | null;
  unitThen: string | null;
  unionUnit: string | null;
  postThen: string | null;
  recipientBonus: string | null;
  share: string | null;
  /** Of the person's own record, and empty where the actor does not see that. */
  workNumber: string | null;
  gender: "male" | "female" | null;
  unitsNow: string[];
  /** Whole, where the actor may see it whole. */
  idNumber?: string | null;
  phone?: string | null;
};
