import type { Tx } from "@/lib/db/transaction";
import type { Hands } from "./awards";

/** A decision of the federation of trade unions, which the enterprise records: one honor revoked, one winner of a shared one struck. */
export async function seedRevocations(tx: Tx, { checkedBy }: Hands, recordingUnitId: number): Promise<void> {
  const enteredBy = await tx.user.findFirstOrThrow({
    where: { username: "union" },
    select: { id: true, name: true },
  });
  const shared = {
    state: "effective" as const,
    awardYear: { gte: 2017, lte: 2020 },
    recordingUnit: { code: "HD03-GH" },
  };
  const select = {
    id: true,
    titleName: true,
    grantingBodies: { orderBy: { position: "asc" }, take: 1, select: { grantingBodyId: true } },
    recipients: { orderBy: { position: "asc" }, select: { id: true, name: true } },
  } as const;
  const candidates = await tx.award.findMany({
    where: { ...shared, grantingBodies: { some: {} }, recipients: { every: { subjectKind: "employee" } } },
    orderBy: { id: "asc" },
    select,
  });
  const alone = candidates.find(({ recipients }) => recipients.length === 1);
  const joint = candidates.find(({ recipients }) => recipients.length === 2);
  const chosen = [
    { award: alone, recipient: null },
    { award: joint, recipient: joint?.recipients[1] ?? null },
  ];
  for (const [index, { award, recipient }] of chosen.entries()) {
    if (!award) continue;
    const document = await tx.document.create({
      data: {
        number: `演撤〔2024〕${index + 1}号`,
        title: `关于撤销“${award.titleName}”${recipient ? `获奖人${recipient.name}荣誉` : "荣誉"}的决定（演示）`,
        kind: "revocation",
        signedOn: "2024-06-20",
        recordingUnitId,
        issuers: { create: { position: 1, grantingBodyId: award.grantingBodies[0]!.grantingBodyId } },
      },
      select: { id: true, number: true },
    });
    const { id } = await tx.awardRevocation.create({
      data: {
        ...{
          awardId: award.id,
          recipientId: recipient?.id ?? null,
          cause: "false_deeds",
          documentId: document.id,
        },
        ...{
          explanation: "经核查，申报的主要事迹与事实不符。（演示）",
          applicant: "山东电力建设第三工程工会（演示）",
        },
        ...{
          effectiveOn: "2024-07-01",
          recall: recipient ? "pending" : "recalled",
          enteredByIds: [enteredBy.id],
        },
        steps: { create: { toState: "recorded", changedById: enteredBy.id } },
      },
      select: { id: true },
    });
    await event(tx, enteredBy, "award_revocations", id, "award_revocations.recorded");
    await tx.awardRevocation.update({
      where: { id },
      data: { state: "confirmed", version: 2 },
      select: { id: true },
    });
    await tx.awardRevocationStep.create({
      data: { revocationId: id, toState: "confirmed", changedById: checkedBy.id },
    });
    await event(tx, checkedBy, "award_revocations", id, "award_revocations.confirmed");
    await tx.award.update({
      where: { id: award.id },
      data: { version: { increment: 1 }, ...(!recipient && { state: "revoked" }) },
      select: { id: true },
    });
    if (recipient)
      await tx.awardRecipient.update({
        where: { id: recipient.id },
        data: { struckAt: new Date(), struckById: id },
        select: { id: true },
      });
    else
      await tx.awardStateChange.create({
        data: { awardId: award.id, toState: "revoked", changedById: checkedBy.id, reason: document.number },
      });
    await event(tx, checkedBy, "awards", award.id, recipient ? "awards.recipient_struck" : "awards.revoked");
  }
}

async function event(
  tx: Tx,
  by: Hands["enteredBy"],
  noun: string,
  nounId: number,
  name: string,
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      ...{
        event: name,
        noun,
        nounId,
        actorUserId: by.id,
        actorName: by.name,
        actorRoles: [],
        address: "local",
      },
    },
  });
}
