import type { Actor } from "@/lib/auth/roles";
import {
  canRecord,
  ownAwards,
  readsLedger,
  recordableBy as recordableAwards,
  visibleTo as visibleAwards,
} from "@/lib/awards/policy";
import type { Prisma } from "@/lib/db/generated/client";

/** Who reads the ledger reads of the certificates what they see of the awards. */
export const readsCertificates = readsLedger;
export const canRecordCertificates = canRecord;

export function visibleTo(actor: Actor): Prisma.CertificateWhereInput {
  return { award: visibleAwards(actor) };
}

/** Condition that goes into the guarded writes: recorders and the union's administrators, for the unit that recorded the award. */
export function recordableBy(actor: Actor): Prisma.CertificateWhereInput {
  return { award: recordableAwards(actor) };
}

/** The person's own, of a team or achievement they were behind, and those of their awards as a whole. */
export function ownCertificates(actor: Actor): Prisma.CertificateWhereInput {
  const employeeId = actor.employeeId ?? 0;
  return {
    AND: [
      { award: ownAwards(actor) },
      {
        OR: [
          { id: { in: [] } },
          { recipientId: null },
          { memberPosition: null, recipient: { employeeId } },
          { memberPosition: null, recipient: { members: { some: { employeeId } } } },
          { member: { employeeId } },
        ],
      },
    ],
  };
}
