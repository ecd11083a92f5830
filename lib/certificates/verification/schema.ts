import type { PartialDate } from "@/lib/kernel/partial-date";
import type { CertificateKind } from "../schema";

/** 有效, 已到期, 已撤销, 已挂失, 已收回, 已作废 */
export const verdicts = ["valid", "expired", "revoked", "lost", "returned", "void"] as const;
export type Verdict = (typeof verdicts)[number];

/** What anyone may know who has a certificate's code; the database gives no more (`verify_certificate`). */
export type Verified = {
  verdict: Verdict;
  kind: CertificateKind;
  number: string | null;
  holder: string;
  issuedOn: PartialDate | null;
  title: { zh: string; en: string | null };
  prizeLevel: { zh: string; en: string } | null;
  bodies: { zh: string[]; en: string[] };
  awardDate: PartialDate;
  validTo: PartialDate | null;
  /** When the revocation took effect, or when it was lost, returned or made void. */
  since: PartialDate | null;
  /** 文号 of the revocation. */
  documentNumber: string | null;
  /** The one that was given in its place, with its number where it has one. */
  replacement: { number: string | null } | null;
};
