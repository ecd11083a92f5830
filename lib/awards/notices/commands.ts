import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import type { Tx } from "@/lib/db/transaction";
import { sendMessages } from "@/lib/inbox/commands";
import type { Announced } from "./rules";

/** Tells those who may check it: the nearest checkers above the recording unit, or else the union's administrators. */
export async function tellCheckers(tx: Tx, actor: Actor, award: Announced): Promise<void> {
  const users = await checkersOf(tx, actor, award.recordingUnitPath, award.enteredByIds);
  await tell(tx, actor, award, users, "award_submitted");
}

/** One message about a whole list, however many awards it holds. */
export async function tellCheckersOfList(
  tx: Tx,
  actor: Actor,
  list: { documentId: number; title: string; recordingUnitPath: string },
): Promise<void> {
  const users = await checkersOf(tx, actor, list.recordingUnitPath, []);
  await sendMessages(tx, [...users], {
    ...{ kind: "list_submitted", noun: "documents", nounId: list.documentId },
    data: { title: list.title, by: actor.name, reason: null },
  });
}

export async function checkersOf(
  tx: Tx,
  actor: Actor,
  recordingUnitPath: string,
  enteredByIds: readonly number[],
): Promise<Set<number>> {
  const way = recordingUnitPath.split("/").filter(Boolean).map(Number);
  const grants = await tx.userRole.findMany({
    where: {
      role: { in: ["checker", "union_admin"] },
      organizationId: { in: way },
      user: { disabledAt: null },
      userId: { notIn: [...enteredByIds, actor.userId] },
    },
    select: { userId: true, role: true, organizationId: true },
  });
  const nearness = (grant: (typeof grants)[number]) =>
    (grant.role === "checker" ? 1000 : 0) + way.indexOf(grant.organizationId!);
  const nearest = Math.max(...grants.map(nearness));
  return new Set(grants.filter((grant) => nearness(grant) === nearest).map(({ userId }) => userId));
}

export async function tellRecorders(
  tx: Tx,
  actor: Actor,
  award: Announced,
  kind: string,
  reason?: string | null,
): Promise<void> {
  await tell(
    tx,
    actor,
    award,
    new Set([award.createdById, award.submittedById ?? award.createdById]),
    kind,
    reason,
  );
}

/** Tells the people honored, or behind an honored team, studio or achievement, who have an account. */
export async function tellHonored(
  tx: Tx,
  actor: Actor,
  award: Announced,
  kind: string,
  reason?: string | null,
): Promise<void> {
  // Raw, for Prisma's way to them begins at every account there is: 0.4 s among 750,000 people.
  const users = await tx.$queryRaw<{ id: number }[]>`
    SELECT u.id FROM users u WHERE u.disabled_at IS NULL AND u.employee_id = ANY (ARRAY(
      SELECT employee_id FROM award_recipients WHERE award_id = ${award.id} UNION SELECT employee_id FROM award_members WHERE award_id = ${award.id}))`;
  await tell(tx, actor, award, new Set(users.map(({ id }) => id)), kind, reason);
}

async function tell(
  tx: Tx,
  actor: Actor,
  { id, titleName }: Announced,
  users: Set<number>,
  kind: string,
  reason: string | null = null,
): Promise<void> {
  const others = [...users].filter((userId) => userId !== actor.userId);
  await sendMessages(tx, others, {
    kind,
    noun: "awards",
    nounId: id,
    data: { title: titleName, by: actor.name, reason },
  });
}

/** A case of revocation, as far as messages tell of it. */
type AnnouncedCase = {
  id: number;
  awardId: number;
  recipientId: number | null;
  memberPosition: number | null;
  titleName: string;
  recordingUnitPath: string;
  createdById: number;
  submittedById: number | null;
  revocation: { enteredByIds: readonly number[] };
};

/** Tells the union's own people of a case: who may confirm it, who entered it, or with them who recorded the award. */
export async function tellOfCase(
  tx: Tx,
  actor: Actor,
  found: AnnouncedCase,
  kind: string,
  whom: "checkers" | "enterers" | "recorders",
  reason: string | null = null,
): Promise<void> {
  const { enteredByIds } = found.revocation;
  const recorders = [found.createdById, found.submittedById ?? found.createdById];
  const users =
    whom === "checkers"
      ? await checkersOf(tx, actor, found.recordingUnitPath, enteredByIds)
      : new Set(whom === "enterers" ? enteredByIds : [...enteredByIds, ...recorders]);
  await sendMessages(
    tx,
    [...users].filter((userId) => userId !== actor.userId),
    {
      ...{ kind, noun: "award_revocations", nounId: found.id },
      data: { title: found.titleName, by: actor.name, reason, awardId: String(found.awardId) },
    },
  );
}

/** Tells those whose honor it is, or who had a part in it, as far as the case is about them. */
export async function tellStruck(
  tx: Tx,
  actor: Actor,
  { awardId, recipientId, memberPosition, titleName }: AnnouncedCase,
  kind: string,
  reason: string | null,
): Promise<void> {
  const recipients = { some: { awardId, ...(recipientId !== null && { id: recipientId }) } };
  const memberships = {
    some: {
      awardId,
      ...(recipientId !== null && { recipientId }),
      ...(memberPosition !== null && { position: memberPosition }),
    },
  };
  const users = await asSystem(() =>
    tx.user.findMany({
      where: {
        disabledAt: null,
        employee: memberPosition === null ? { OR: [{ recipients }, { memberships }] } : { memberships },
      },
      select: { id: true },
    }),
  );
  await sendMessages(
    tx,
    users.map(({ id }) => id).filter((userId) => userId !== actor.userId),
    {
      ...{ kind, noun: "awards", nounId: awardId },
      data: { title: titleName, by: actor.name, reason },
    },
  );
}
