import { zonedDay } from "@/lib/awards/rules";
import { formatCode } from "@/lib/certificates/rules";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { readEndings } from "@/lib/treatments/queries";
import type { DossierRow } from "../schema";

/** What somebody's honors brought them, and how long. */
export async function personalTreatments(tx: Tx, employeeId: number): Promise<DossierRow[]> {
  const rows = await tx.treatment.findMany({
    where: { employeeId },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, amount: true, period: true, validFrom: true, validTo: true, payer: true },
      ...{ basis: true, note: true, stoppedFrom: true, stopReason: true },
      kind: { select: { nameZh: true } },
      award: { select: { titleName: true } },
    },
  });
  const ids = rows.map(({ id }) => id);
  const endings = await readEndings(tx, ids, zonedDay(new Date()));
  return rows.map(({ id, kind, award, amount, ...row }) => ({
    ...{ titleName: award.titleName, treatment: kind.nameZh, amount: amount?.toString() ?? null },
    ...row,
    treatmentState: endings.get(id)!.state,
    stopCause: endings.get(id)!.reason,
    endsOn: endings.get(id)!.endsOn,
  }));
}

/** Certificates and medals of their own; a team's is no personal one. */
export async function personalCertificates(tx: Tx, employeeId: number): Promise<DossierRow[]> {
  const rows = await tx.certificate.findMany({
    where: certificatesOf(employeeId),
    orderBy: { id: "asc" },
    select: {
      ...{ kind: true, number: true, holder: true, issuedOn: true, custody: true, state: true },
      ...{ stateOn: true, stateNote: true, code: true },
      award: { select: { titleName: true } },
    },
  });
  return rows.map(({ award, kind, number, state, code, ...row }) => ({
    ...{ titleName: award.titleName, certificateKind: kind, certificateNumber: number },
    ...{ ...row, certificateState: state, code: formatCode(code) },
  }));
}

export function certificatesOf(employeeId: number): Prisma.CertificateWhereInput {
  return { OR: [{ memberPosition: null, recipient: { employeeId } }, { member: { employeeId } }] };
}
