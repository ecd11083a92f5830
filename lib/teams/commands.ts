import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { pickableIds } from "@/lib/employees/queries";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { openUnits, servedUnits } from "@/lib/organizations/queries";
import { canRecordTeams } from "./policy";
import { teamFacts, teamForm, visibleTeams } from "./queries";
import { memberFaults } from "./rules";
import { changedTeam, newTeam, type MemberInput, type TeamInput } from "./schema";

type Saved = { id: number };

export async function createTeam(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canRecordTeams(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(newTeam, input);
  if (!parsed.ok) return parsed;
  const { key, ...team } = parsed.value;
  return runCommand((tx) =>
    once(tx, actor, key, team, async () => {
      const checked = await check(tx, actor, team, { unitId: null, members: [] });
      if (!checked.ok) return checked;
      const { members, ...row } = team;
      const { id } = await tx.team.create({ data: row, select: { id: true } });
      await putMembers(tx, id, members);
      const after = await teamFacts(tx, id);
      await recordEvent(tx, actor, { event: "teams.created", noun: "teams", nounId: id, after });
      return ok({ id });
    }),
  );
}

export async function changeTeam(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canRecordTeams(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(changedTeam, input);
  if (!parsed.ok) return parsed;
  const { id, version, ...team } = parsed.value;
  return runCommand(async (tx) => {
    const found = await tx.team.findFirst({
      where: { AND: [{ id }, await visibleTeams(tx, actor)] },
      select: { version: true, unitId: true, members: { select: { employeeId: true } } },
    });
    if (!found) return refuse({ code: "not_found" });
    if (!(await servedUnits(tx, actor, [found.unitId])).has(found.unitId))
      return refuse({ code: "forbidden" });
    if (found.version !== version) return stale(tx, actor, id);
    const checked = await check(tx, actor, team, found);
    if (!checked.ok) return checked;

    const before = await teamFacts(tx, id);
    const { members, ...row } = team;
    // The version holds the unit by which the right was found.
    const { count } = await tx.team.updateMany({
      where: { id, version },
      data: { ...row, version: { increment: 1 } },
    });
    if (count === 0) return stale(tx, actor, id);
    await putMembers(tx, id, members);
    const changes = differences(before, await teamFacts(tx, id));
    await recordEvent(tx, actor, { event: "teams.changed", noun: "teams", nounId: id, ...changes });
    return ok({ id });
  });
}

/** What stands in the team already may stay, whoever edits it; what is new must be within the actor's reach. */
async function check(
  tx: Tx,
  actor: Actor,
  team: TeamInput,
  kept: { unitId: number | null; members: { employeeId: number }[] },
): Promise<Result<void>> {
  const fields = memberFaults(team.members);
  const moved = team.unitId !== kept.unitId;
  if (moved && !(await openUnits(tx, actor, [team.unitId])).has(team.unitId)) fields.unitId = ["outOfScope"];
  const known = new Set(kept.members.map(({ employeeId }) => employeeId));
  const added = team.members.map(({ employeeId }) => employeeId).filter((one) => !known.has(one));
  const pickable = await pickableIds(tx, actor, added);
  team.members.forEach(({ employeeId }, index) => {
    if (!known.has(employeeId) && !pickable.has(employeeId))
      fields[`members.${index}.employeeId`] = ["outOfScope"];
  });
  return Object.keys(fields).length > 0 ? refuse({ code: "invalid", fields }) : ok();
}

async function putMembers(tx: Tx, teamId: number, members: readonly MemberInput[]): Promise<void> {
  await tx.teamMember.deleteMany({ where: { teamId } });
  await tx.teamMember.createMany({ data: members.map((member) => ({ ...member, teamId })) });
}

async function stale(tx: Tx, actor: Actor, id: number) {
  return refuse({ code: "stale", current: await teamForm(tx, actor, id) });
}
