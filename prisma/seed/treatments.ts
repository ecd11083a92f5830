import type { Tx } from "@/lib/db/transaction";

type Given = {
  kindCode: "bonus" | "allowance" | "recuperation" | "check_up" | "other";
  amount: string | null;
  period: "once" | "monthly" | "yearly";
  validFrom: string;
  validTo?: string;
};

const payer = "山东电力建设第三工程工会（演示）";
const basis = "劳模和工匠待遇规定（演示）";

/**
 * What the two craftsmen's titles bring them, and some more of the third company's honors: running, ended, stopped by hand, and
 * stopped by the revocations and deaths of the demonstration by themselves.
 */
export async function seedTreatments(tx: Tx, stoppedById: number): Promise<void> {
  const craftsmen = await tx.award.findMany({
    where: {
      ...{ state: "effective", awardYear: 2022, titleName: { in: ["青岛大工匠", "青岛工匠"] } },
      recipients: { some: { employee: { workNumber: { in: ["03001", "03002"] } } } },
    },
    orderBy: { id: "asc" },
    select,
  });
  for (const award of craftsmen)
    await give(tx, award, [
      { kindCode: "bonus", amount: "10000", period: "once", validFrom: "2022-12" },
      { kindCode: "allowance", amount: "800", period: "monthly", validFrom: "2023-01" },
      { kindCode: "check_up", amount: null, period: "yearly", validFrom: "2023" },
    ]);
  const later = await tx.award.findMany({
    where: {
      ...{ recordingUnit: { code: "HD03-GH" }, levelCode: "city", awardYear: { gte: 2018 } },
      ...{ state: "effective", recipients: { some: { employeeId: { not: null } } } },
      NOT: { id: { in: craftsmen.map(({ id }) => id) } },
    },
    orderBy: { id: "asc" },
    take: 8,
    select,
  });
  const revoked = await tx.award.findMany({
    where: { OR: [{ state: "revoked" }, { recipients: { some: { struckAt: { not: null } } } }] },
    orderBy: { id: "asc" },
    select,
  });
  for (const [index, award] of [...later, ...revoked].entries())
    await give(tx, award, [
      {
        ...{ kindCode: "allowance", amount: index % 2 ? "300" : "200", period: "monthly" },
        validFrom: `${award.awardYear + 1}-01`,
        ...(index === 0 && { validTo: `${award.awardYear + 3}-12` }),
      },
    ]);
  const [last] = await tx.treatment.findMany({
    where: { award: { id: later.at(-1)?.id ?? 0 } },
    orderBy: { id: "desc" },
    take: 1,
    select: { id: true },
  });
  if (last)
    await tx.treatment.update({
      where: { id: last.id },
      data: {
        ...{ stoppedFrom: "2026-04-01", stopReason: "调离相应岗位（演示）", stoppedById },
        version: { increment: 1 },
      },
      select: { id: true },
    });
}

const select = {
  ...{ id: true, awardYear: true, recordingUnitId: true },
  recipients: {
    where: { employeeId: { not: null } },
    orderBy: { position: "asc" },
    select: { employeeId: true },
  },
} as const;
type Award = { id: number; recordingUnitId: number; recipients: { employeeId: number | null }[] };

/** To each person of the award. */
async function give(
  tx: Tx,
  { id: awardId, recordingUnitId, recipients }: Award,
  given: readonly Given[],
): Promise<void> {
  await tx.treatment.createMany({
    data: recipients.flatMap(({ employeeId }) =>
      given.map((one) => ({ awardId, recordingUnitId, employeeId: employeeId!, payer, basis, ...one })),
    ),
  });
}
