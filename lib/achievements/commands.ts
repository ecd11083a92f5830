import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { runCommand } from "@/lib/db/command";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { pickableIds } from "@/lib/employees/queries";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { openUnits, servedUnits } from "@/lib/organizations/queries";
import { pickableUnits } from "@/lib/organizations/search/queries";
import { canRecordAchievements } from "./policy";
import { achievementForm, percent, viewSelect, visibleAchievements } from "./queries";
import { rowFaults } from "./rules";
import { changedAchievement, newAchievement, type AchievementInput } from "./schema";

type Saved = { id: number };
const noun = "achievements";

export async function createAchievement(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canRecordAchievements(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(newAchievement, input);
  if (!parsed.ok) return parsed;
  const { key, ...achievement } = parsed.value;
  return runCommand((tx) =>
    once(tx, actor, key, achievement, async () => {
      const checked = await check(tx, actor, achievement, { units: [], contributors: [] });
      if (!checked.ok) return checked;
      const { id } = await tx.achievement.create({ data: rowOf(achievement), select: { id: true } });
      await putRows(tx, id, achievement);
      const after = await achievementFacts(tx, id);
      await recordEvent(tx, actor, { event: "achievements.created", noun, nounId: id, after });
      return ok({ id });
    }),
  );
}

export async function changeAchievement(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canRecordAchievements(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(changedAchievement, input);
  if (!parsed.ok) return parsed;
  const { id, version, ...achievement } = parsed.value;
  return runCommand(async (tx) => {
    const found = await tx.achievement.findFirst({
      where: { AND: [{ id }, await visibleAchievements(tx, actor)] },
      select: {
        version: true,
        units: { select: { organizationId: true }, orderBy: { position: "asc" } },
        contributors: { select: { employeeId: true } },
      },
    });
    if (!found) return refuse({ code: "not_found" });
    const kept = {
      units: found.units.map(({ organizationId }) => organizationId),
      contributors: found.contributors.map(({ employeeId }) => employeeId),
    };
    if ((await servedUnits(tx, actor, kept.units.slice(0, 1))).size === 0)
      return refuse({ code: "forbidden" });
    if (found.version !== version) return stale(tx, actor, id);
    const checked = await check(tx, actor, achievement, kept);
    if (!checked.ok) return checked;

    const before = await achievementFacts(tx, id);
    // The version holds the leading unit by which the right was found.
    const { count } = await tx.achievement.updateMany({
      where: { id, version },
      data: { ...rowOf(achievement), version: { increment: 1 } },
    });
    if (count === 0) return stale(tx, actor, id);
    await putRows(tx, id, achievement);
    const changes = differences(before, await achievementFacts(tx, id));
    await recordEvent(tx, actor, { event: "achievements.changed", noun, nounId: id, ...changes });
    return ok({ id });
  });
}

/**
 * The leading unit is one that the actor serves; others take part, and need only be seen. What stands in the achievement
 * already may stay, whoever edits it.
 */
async function check(
  tx: Tx,
  actor: Actor,
  achievement: AchievementInput,
  kept: { units: number[]; contributors: number[] },
): Promise<Result<void>> {
  const fields = rowFaults(achievement);
  const [leading = 0, ...others] = achievement.units;
  const led = leading === kept.units[0] || (await openUnits(tx, actor, [leading])).has(leading);
  const added = others.filter((unit) => !kept.units.includes(unit));
  const seen = await tx.organization.count({
    where: { AND: [{ id: { in: added }, tree: "company", validTo: null }, await pickableUnits(tx, actor)] },
  });
  if (!led || seen < added.length) fields.units = [led ? "outOfScope" : "leadingUnit"];
  const known = new Set(kept.contributors);
  const people = achievement.contributors.map(({ employeeId }) => employeeId);
  const pickable = await pickableIds(
    tx,
    actor,
    people.filter((one) => !known.has(one)),
  );
  people.forEach((one, index) => {
    if (!known.has(one) && !pickable.has(one)) fields[`contributors.${index}.employeeId`] = ["outOfScope"];
  });
  return Object.keys(fields).length > 0 ? refuse({ code: "invalid", fields }) : ok();
}

/** What the history tells of an achievement, so that it reads by itself. */
async function achievementFacts(tx: Tx, id: number) {
  const found = await asSystem(() => tx.achievement.findFirstOrThrow({ where: { id }, select: viewSelect }));
  const { units, contributors, intellectualProperties, economicBenefit, ...facts } = found;
  const { id: _id, version: _version, updatedAt: _updatedAt, ...rest } = facts;
  return {
    ...rest,
    economicBenefit: economicBenefit?.toFixed(2) ?? null,
    units: units.map(({ organization }) => organization.name),
    contributors: contributors.map(({ employee: { name, workNumber }, share, contribution }, index) =>
      [
        `${index + 1}. ${workNumber ? `${name}(${workNumber})` : name}`,
        share && `${percent(share)}%`,
        contribution,
      ]
        .filter(Boolean)
        .join(" "),
    ),
    properties: intellectualProperties.map(({ id: _, ...property }) =>
      Object.values(property).filter(Boolean).join(" "),
    ),
  };
}

function rowOf({ units: _units, contributors: _people, properties: _rows, ...row }: AchievementInput) {
  return row;
}

async function putRows(tx: Tx, achievementId: number, rows: AchievementInput): Promise<void> {
  const where = { achievementId };
  const at = (index: number) => ({ achievementId, position: index + 1 });
  await tx.achievementUnit.deleteMany({ where });
  await tx.achievementUnit.createMany({
    data: rows.units.map((organizationId, index) => ({ ...at(index), organizationId })),
  });
  await tx.achievementContributor.deleteMany({ where });
  await tx.achievementContributor.createMany({
    data: rows.contributors.map((contributor, index) => ({ ...at(index), ...contributor })),
  });
  await tx.intellectualProperty.deleteMany({ where });
  await tx.intellectualProperty.createMany({
    data: rows.properties.map((property) => ({ achievementId, ...property })),
  });
}

async function stale(tx: Tx, actor: Actor, id: number) {
  return refuse({ code: "stale", current: await achievementForm(tx, actor, id) });
}
