import { recordEvent } from "@/lib/audit/record";
import { requireRecent } from "@/lib/auth/confirmation";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canGrantRights, canGrantTo } from "../policy";
import { isHeldWithout } from "../queries";
import { isScoped, scopeFault } from "../rules";
import { keptRoles, newGrant, withdrawnGrant } from "../schema";

export async function grantRole(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(newGrant, input);
  if (!parsed.ok) return parsed;
  const { userId, role } = parsed.value;
  if (!canGrantTo(actor, userId)) return refuseOther(actor, userId);
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  const organizationId = isScoped(role) ? parsed.value.organizationId : null;
  return runCommand(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId }, select: { id: true } });
    if (!user) return refuse({ code: "not_found" });
    const unit =
      organizationId === null
        ? null
        : await tx.organization.findFirst({
            where: { id: organizationId },
            select: { name: true, tree: true },
          });
    const fault = scopeFault(role, unit);
    if (fault) return refuseField("organizationId", organizationId !== null && !unit ? "badId" : fault);
    if (
      await tx.userRole.findFirst({
        where: { AND: [{ userId, role }, { organizationId }] },
        select: { id: true },
      })
    )
      return refuseField("role", "roleTwice");
    await tx.userRole.create({ data: { userId, role, organizationId, grantedById: actor.userId } });
    await recordEvent(tx, actor, {
      event: "users.role_granted",
      noun: "users",
      nounId: userId,
      after: { role, unitId: organizationId, unit: unit?.name ?? null },
    });
    return ok();
  });
}

export async function withdrawRole(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(withdrawnGrant, input);
  if (!parsed.ok) return parsed;
  const { userId, grantId } = parsed.value;
  if (!canGrantTo(actor, userId)) return refuseOther(actor, userId);
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  return runCommand(async (tx) => {
    const grant = await tx.userRole.findFirst({
      where: { id: grantId, userId },
      select: { role: true, organizationId: true, organization: { select: { name: true } } },
    });
    if (!grant) return refuse({ code: "not_found" });
    const kept = keptRoles.find((role) => role === grant.role);
    if (kept && !(await isHeldWithout(tx, kept, userId)))
      return refuse({ code: "conflict", detail: { message: "lastAdministrator" } });
    const gone = await tx.userRole.deleteMany({ where: { id: grantId, userId } });
    if (gone.count === 0) return refuse({ code: "not_found" });
    const before = { role: grant.role, unitId: grant.organizationId, unit: grant.organization?.name ?? null };
    await recordEvent(tx, actor, { event: "users.role_withdrawn", noun: "users", nounId: userId, before });
    return ok();
  });
}

function refuseOther(actor: Actor, userId: number) {
  const own = canGrantRights(actor) && actor.userId === userId;
  return refuse({ code: "forbidden", ...(own && { detail: { message: "ownAccount" } }) });
}
