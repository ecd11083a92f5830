import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { sendMessages } from "@/lib/inbox/commands";

/** What a message about an award has to know of it. */
export type Announced = {
  id: number;
  titleName: string;
  recordingUnitPath: string;
  createdById: number;
  submittedById: number | null;
  enteredByIds: readonly number[];
};

/** Tells those who may check it: the nearest checkers above the recording unit, or else the union's administrators. */
export async function tellCheckers(tx: Tx, actor: Actor, award: Announced): Promise<void> {
  const way = award.recordingUnitPath.split("/").filter(Boolean).map(Number);
  const grants = await tx.userRole.findMany({
    where: {
      role: { in: ["checker", "union_admin"] },
      organizationId: { in: way },
      user: { disabledAt: null },
      userId: { notIn: [...award.enteredByIds, actor.userId] },
    },
    select: { userId: true, role: true, organizationId: true },
  });
  const nearness = (grant: (typeof grants)[number]) =>
    (grant.role === "checker" ? 1000 : 0) + way.indexOf(grant.organizationId!);
  const nearest = Math.max(...grants.map(nearness));
  const users = new Set(grants.filter((grant) => nearness(grant) === nearest).map(({ userId }) => userId));
  await tell(tx, actor, award, users, "award_submitted");
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
  const here = { some: { awardId: award.id } };
  const users = await tx.user.findMany({
    where: { disabledAt: null, employee: { OR: [{ recipients: here }, { memberships: here }] } },
    select: { id: true },
  });
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
