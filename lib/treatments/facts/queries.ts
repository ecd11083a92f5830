import { asSystem } from "@/lib/db/acting";
import type { Tx } from "@/lib/db/transaction";

const factSelect = {
  ...{ awardId: true, amount: true, period: true, validFrom: true, validTo: true, payer: true },
  ...{ basis: true, note: true, stoppedFrom: true, stopReason: true },
  award: { select: { titleName: true } },
  employee: { select: { name: true, workNumber: true } },
  kind: { select: { nameZh: true } },
} as const;

/** What the history tells of a treatment, so that it reads by itself. */
export async function treatmentFacts(tx: Tx, id: number) {
  const { award, employee, kind, amount, ...facts } = await asSystem(() =>
    tx.treatment.findFirstOrThrow({ where: { id }, select: factSelect }),
  );
  const { name, workNumber } = employee;
  return {
    ...facts,
    title: award.titleName,
    person: workNumber ? `${name}(${workNumber})` : name,
    kind: kind.nameZh,
    amount: amount?.toFixed(2) ?? null,
  };
}

/** A treatment as its form holds it: plain texts by the names of the fields. */
export async function treatmentForm(tx: Tx, id: number) {
  const { amount, validTo, basis, note, employeeId, ...facts } = await asSystem(() =>
    tx.treatment.findFirstOrThrow({ where: { id }, select: formSelect }),
  );
  return {
    ...facts,
    employeeId: String(employeeId),
    amount: amount?.toFixed(2) ?? "",
    validTo: validTo ?? "",
    basis: basis ?? "",
    note: note ?? "",
  };
}

const formSelect = {
  ...{ id: true, version: true, employeeId: true, kindCode: true, amount: true, period: true },
  ...{ validFrom: true, validTo: true, payer: true, basis: true, note: true },
} as const;
