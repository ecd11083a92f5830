import type { AwardState } from "@/lib/awards/schema";
import type { CertificateState } from "./schema";

/** What is looked at to tell whether a certificate has to come back: the award, and who is struck of it. */
export type Standing = {
  state: CertificateState;
  award: { state: AwardState };
  recipient: { struckAt: Date | null } | null;
  member: { struckAt: Date | null } | null;
};

/** Whether the honor stands for whom the certificate names. */
export function isStandingFor({ award, recipient, member }: Omit<Standing, "state">): boolean {
  return award.state !== "revoked" && !recipient?.struckAt && !member?.struckAt;
}

/** 应收回: still in hands though the honor was revoked. Read off the award, so that it is so the moment a case is confirmed, and not any more with its annulment. */
export function isToBeRecalled(certificate: Standing): boolean {
  return certificate.state === "held" && !isStandingFor(certificate);
}

/** Where a certificate may go from here; a void one stays void. */
export const moves: Record<CertificateState, readonly CertificateState[]> = {
  held: ["returned", "lost", "void"],
  lost: ["held", "returned", "void"],
  returned: ["held", "void"],
  void: [],
};

/** A lost one that was replaced is not found again, and what was revoked is not handed back. */
export function movesOf(certificate: Standing & { replaced: boolean }): CertificateState[] {
  const { state, replaced } = certificate;
  const barred = replaced || (state === "returned" && !isStandingFor(certificate));
  return moves[state].filter((to) => to !== "held" || !barred);
}

export function isReplaceable(certificate: Standing & { replaced: boolean }): boolean {
  const { state, replaced } = certificate;
  return (state === "lost" || state === "void") && !replaced && isStandingFor(certificate);
}

/** Letters and digits that nobody mistakes for each other in print: without B 8, I 1, O 0, S 5, Z 2. */
export const codeLetters = "ACDEFGHJKLMNPQRTUVWXY34679";
export const codeLength = 20;

/** As people read it: ACDE-FGHJ-KLMN-PQRT-UVWX. */
export function formatCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** A code as somebody typed it: whatever the case, width and spacing; null where it cannot be one. */
export function readCode(text: string): string | null {
  const plain = text
    .slice(0, 200)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]/gu, "");
  return plain.length === codeLength && [...plain].every((letter) => codeLetters.includes(letter))
    ? plain
    : null;
}
