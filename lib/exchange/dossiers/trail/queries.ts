import type { Tx } from "@/lib/db/transaction";
import { certificatesOf } from "../holdings/queries";
import type { DossierRow } from "../schema";

/** Where and when somebody was signed in, as far back as sessions are kept; the events below go back to the beginning. */
export async function personalSessions(tx: Tx, userId: number): Promise<DossierRow[]> {
  const rows = await tx.session.findMany({
    where: { userId },
    orderBy: { id: "asc" },
    select: {
      ...{ createdAt: true, lastSeenAt: true, endedAt: true, endReason: true },
      ...{ address: true, userAgent: true },
    },
  });
  return rows.map(({ createdAt, lastSeenAt, endedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

/** What happened to the record, to the account and to the person's own requests, and who did it. */
export async function personalEvents(
  tx: Tx,
  employeeId: number,
  userId: number | null,
): Promise<DossierRow[]> {
  const requests = await tx.awardRequest.findMany({ where: { employeeId }, select: { id: true } });
  const treatments = await tx.treatment.findMany({ where: { employeeId }, select: { id: true } });
  const certificates = await tx.certificate.findMany({
    where: certificatesOf(employeeId),
    select: { id: true },
  });
  const rows = await tx.auditEvent.findMany({
    where: {
      OR: [
        { noun: "employees", nounId: employeeId },
        { noun: "award_requests", nounId: { in: requests.map(({ id }) => id) } },
        { noun: "certificates", nounId: { in: certificates.map(({ id }) => id) } },
        { noun: "treatments", nounId: { in: treatments.map(({ id }) => id) } },
        ...(userId === null
          ? []
          : [
              { noun: { in: ["users", "auth"] }, nounId: userId },
              { noun: "auth", actorUserId: userId },
            ]),
      ],
    },
    orderBy: { id: "asc" },
    select: {
      ...{ at: true, event: true, actorName: true, address: true, reason: true, before: true, after: true },
    },
  });
  return rows.map(({ at, before, after, ...row }) => ({
    at: at.toISOString(),
    ...row,
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  }));
}
