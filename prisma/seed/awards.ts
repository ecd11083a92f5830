import type { Tx } from "@/lib/db/transaction";
import type { AwardState, EvidenceGrade } from "@/lib/db/generated/enums";
import { type AuditActor, recordEvent, systemActor } from "@/lib/audit/record";
import type { SeedTitle } from "./honors";

export type SeedMember = { id: number; name: string; unitName: string };
export type SeedRecipient = {
  subject:
    | { employeeId: number }
    | { teamId: number }
    | { studioId: number }
    | { organizationId: number }
    | { achievementId: number };
  name: string;
  unitName: string | null;
  post?: string | null;
  unitId: number | null;
  unionUnitId?: number | null;
  members?: SeedMember[];
};
export type SeedAward = {
  title: SeedTitle;
  titleName?: string;
  titleId?: number;
  level?: string;
  prize: string | null;
  awardDate: string;
  awardYear: number;
  documentId: number | null;
  recordingUnitId: number;
  recipients: SeedRecipient[];
  bonus?: number | null;
  reason?: string | null;
  evidence?: EvidenceGrade;
  /** How far it has come; effective unless said otherwise. */
  state?: Extract<AwardState, "draft" | "returned" | "submitted" | "effective" | "void">;
};
export type Hands = { enteredBy: { id: number; name: string }; checkedBy: { id: number; name: string } };

/** Enters awards the way people do: drafted and submitted by one person, confirmed by another, each step with its row and its event. */
export async function seedAwards(
  tx: Tx,
  awards: SeedAward[],
  { enteredBy, checkedBy }: Hands,
): Promise<number[]> {
  const made = await tx.award.createManyAndReturn({
    data: awards.map((award) => ({
      titleId: award.titleId ?? award.title.id,
      titleName: award.titleName ?? award.title.name,
      titleNameEn: award.title.en,
      levelCode: award.level ?? award.title.levels[0]!,
      categoryCode: award.title.category,
      prizeLevelCode: award.prize,
      awardDate: award.awardDate,
      awardYear: award.awardYear,
      bonus: award.bonus ?? null,
      reason: award.reason ?? null,
      evidenceGrade: award.evidence ?? "B",
      demonstration: true,
      recordingUnitId: award.recordingUnitId,
      createdById: enteredBy.id,
      updatedById: enteredBy.id,
    })),
    select: { id: true },
  });
  const ids = made.map(({ id }) => id);
  const each = <T>(rows: (award: SeedAward, awardId: number) => T[]): T[] =>
    awards.flatMap((award, i) => rows(award, ids[i]!));
  await tx.awardGrantingBody.createMany({
    data: each((award, awardId) =>
      award.title.bodyIds.map((grantingBodyId, i) => ({ awardId, position: i + 1, grantingBodyId })),
    ),
  });
  await tx.awardDocument.createMany({
    data: each((award, awardId) =>
      award.documentId ? [{ awardId, position: 1, documentId: award.documentId }] : [],
    ),
  });
  const recipients = await tx.awardRecipient.createManyAndReturn({
    data: each((award, awardId) =>
      award.recipients.map(({ subject, members: _, ...snapshot }, i) => ({
        awardId,
        position: i + 1,
        ...subject,
        ...snapshot,
      })),
    ),
    select: { id: true, awardId: true },
  });
  const all = each((award) => award.recipients);
  await tx.awardMember.createMany({
    data: recipients.flatMap(({ id: recipientId, awardId }, r) =>
      (all[r]!.members ?? []).map((m, i) => ({
        recipientId,
        awardId,
        position: i + 1,
        employeeId: m.id,
        name: m.name,
        unitName: m.unitName,
      })),
    ),
  });
  const upTo = (...states: NonNullable<SeedAward["state"]>[]): number[] =>
    ids.filter((_, i) => states.includes(awards[i]!.state ?? "effective"));
  const step = async (
    some: number[],
    toState: AwardState,
    by: Hands["enteredBy"],
    event: "created" | "submitted" | "confirmed" | "returned" | "voided",
    reason: string | null = null,
  ): Promise<void> => {
    if (some.length === 0) return;
    if (toState !== "draft")
      await tx.award.updateMany({
        where: { id: { in: some } },
        data: { state: toState, version: { increment: 1 } },
      });
    await tx.awardStateChange.createMany({
      data: some.map((awardId) => ({ awardId, toState, changedById: by.id, reason })),
    });
    await tx.auditEvent.createMany({
      data: some.map((nounId) => ({
        event: `awards.${event}`,
        noun: "awards",
        nounId,
        actorUserId: by.id,
        actorName: by.name,
        actorRoles: [],
        address: "local",
        after: { state: toState },
        reason,
      })),
    });
  };
  await step(ids, "draft", enteredBy, "created");
  await step(upTo("submitted", "returned", "effective", "void"), "submitted", enteredBy, "submitted");
  await step(upTo("effective", "void"), "effective", checkedBy, "confirmed");
  await step(upTo("returned"), "returned", checkedBy, "returned", "缺少表彰文件扫描件，请补充后再提交。");
  await step(upTo("void"), "void", checkedBy, "voided", "同名误录：获奖人应为另一位同名职工。");
  return ids;
}

/** One event for all rows of the nouns that the load made. */
export async function recordLoaded(tx: Tx, actor: AuditActor = systemActor): Promise<void> {
  const nouns = [
    "organizations",
    "employees",
    "granting_bodies",
    "programmes",
    "honor_titles",
    "documents",
    "achievements",
    "teams",
    "studios",
    "users",
    "award_requests",
    "treatments",
    "certificates",
  ] as const;
  for (const noun of nouns)
    await recordEvent(tx, actor, { event: "demonstration.loaded", noun, nounId: null });
  await recordEvent(tx, actor, {
    event: "demonstration.loaded",
    noun: "demonstration",
    nounId: null,
    reason: "演示数据",
  });
}
