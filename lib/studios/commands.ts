import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { pickableIds } from "@/lib/employees/queries";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { openUnits, servedUnits } from "@/lib/organizations/queries";
import { canRecordStudios } from "./policy";
import { studioFacts, studioForm, visibleStudios } from "./queries";
import { memberFaults } from "./rules";
import { changedStudio, newStudio, type MemberInput, type StudioInput } from "./schema";

type Saved = { id: number };

export async function createStudio(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canRecordStudios(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(newStudio, input);
  if (!parsed.ok) return parsed;
  const { key, ...studio } = parsed.value;
  return runCommand((tx) =>
    once(tx, actor, key, studio, async () => {
      const checked = await check(tx, actor, studio, { unitId: null, members: [] });
      if (!checked.ok) return checked;
      const { members, ...row } = studio;
      const { id } = await tx.studio.create({ data: row, select: { id: true } });
      await putMembers(tx, id, members);
      const after = await studioFacts(tx, id);
      await recordEvent(tx, actor, { event: "studios.created", noun: "studios", nounId: id, after });
      return ok({ id });
    }),
  );
}

export async function changeStudio(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canRecordStudios(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(changedStudio, input);
  if (!parsed.ok) return parsed;
  const { id, version, ...studio } = parsed.value;
  return runCommand(async (tx) => {
    const found = await tx.studio.findFirst({
      where: { AND: [{ id }, await visibleStudios(tx, actor)] },
      select: { version: true, unitId: true, members: { select: { employeeId: true } } },
    });
    if (!found) return refuse({ code: "not_found" });
    if (!(await servedUnits(tx, actor, [found.unitId])).has(found.unitId))
      return refuse({ code: "forbidden" });
    if (found.version !== version) return stale(tx, actor, id);
    const checked = await check(tx, actor, studio, found);
    if (!checked.ok) return checked;

    const before = await studioFacts(tx, id);
    const { members, ...row } = studio;
    // The version holds the unit by which the right was found.
    const { count } = await tx.studio.updateMany({
      where: { id, version },
      data: { ...row, version: { increment: 1 } },
    });
    if (count === 0) return stale(tx, actor, id);
    await putMembers(tx, id, members);
    const changes = differences(before, await studioFacts(tx, id));
    await recordEvent(tx, actor, { event: "studios.changed", noun: "studios", nounId: id, ...changes });
    return ok({ id });
  });
}

/** What stands in the studio already may stay, whoever edits it; what is new must be within the actor's reach. */
async function check(
  tx: Tx,
  actor: Actor,
  studio: StudioInput,
  kept: { unitId: number | null; members: { employeeId: number }[] },
): Promise<Result<void>> {
  const fields = memberFaults(studio.members);
  const moved = studio.unitId !== kept.unitId;
  if (moved && !(await openUnits(tx, actor, [studio.unitId])).has(studio.unitId))
    fields.unitId = ["outOfScope"];
  const known = new Set(kept.members.map(({ employeeId }) => employeeId));
  const added = studio.members.map(({ employeeId }) => employeeId).filter((one) => !known.has(one));
  const pickable = await pickableIds(tx, actor, added);
  studio.members.forEach(({ employeeId }, index) => {
    if (!known.has(employeeId) && !pickable.has(employeeId))
      fields[`members.${index}.employeeId`] = ["outOfScope"];
  });
  return Object.keys(fields).length > 0 ? refuse({ code: "invalid", fields }) : ok();
}

async function putMembers(tx: Tx, studioId: number, members: readonly MemberInput[]): Promise<void> {
  await tx.studioMember.deleteMany({ where: { studioId } });
  await tx.studioMember.createMany({ data: members.map((member) => ({ ...member, studioId })) });
}

async function stale(tx: Tx, actor: Actor, id: number) {
  return refuse({ code: "stale", current: await studioForm(tx, actor, id) });
}
