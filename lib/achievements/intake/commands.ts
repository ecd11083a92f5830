import { recordEventOfEach } from "@/lib/audit/record";
import { deleteRows, insertRows, lockUnchanged, referredTo, updateRows } from "@/lib/db/bulk";
import type { Tx } from "@/lib/db/transaction";
import type { IntakeBlocked, IntakeUndo, IntakeWrite, IntakeWritten } from "@/lib/kernel/intake";
import type { IntakeSession } from "./queries";
import { columns, type IntakeValues, type Lists } from "./rules";

const noun = "achievements";
const own = ["achievement_units", "achievement_contributors", "intellectual_properties"];
const written = Object.values(columns);
type Before = { row: Record<string, unknown>; lists: Partial<Lists> };

/** Writes rows that were checked. One that was changed since is left out of the answer. */
export async function applyIntake(
  tx: Tx,
  { actor }: IntakeSession,
  rows: readonly IntakeWrite[],
): Promise<IntakeWritten[]> {
  const told = new Map(rows.map((row) => [row.position, row.values as IntakeValues]));
  const made = await insertRows(
    tx,
    "achievements",
    written,
    rows
      .filter(({ outcome }) => outcome === "new")
      .map(({ position }) => ({ position, values: told.get(position)!.set })),
  );
  const changed = await updateRows(
    tx,
    "achievements",
    written,
    rows.flatMap(({ outcome, position, nounId, nounVersion }) =>
      outcome === "changed" && nounId !== null && nounVersion !== null
        ? [{ position, id: nounId, version: nounVersion, values: told.get(position)!.set }]
        : [],
    ),
  );
  const all = [...made, ...changed];
  await putLists(
    tx,
    all.map(({ position, id }) => ({ id, lists: told.get(position)!.lists })),
  );
  await recordEventOfEach(
    tx,
    actor,
    { event: "achievements.imported", noun },
    all.map(({ position, id }) => {
      const { before, after } = told.get(position)!;
      return { nounId: id, before, after };
    }),
  );
  return [
    ...made.map(({ position, id, version }) => ({
      position,
      nounId: id,
      nounVersion: version,
      before: null,
    })),
    ...changed.map(({ position, id, version, before }) => ({
      position,
      nounId: id,
      nounVersion: version,
      before: { row: before, lists: told.get(position)!.listsBefore } satisfies Before,
    })),
  ];
}

/** Puts each record's lists, as far as they are given, in the place of those that it has. */
async function putLists(tx: Tx, rows: readonly { id: number; lists: Partial<Lists> }[]): Promise<void> {
  const having = (list: keyof Lists) => ({
    achievementId: { in: rows.filter(({ lists }) => lists[list]).map(({ id }) => id) },
  });
  await tx.achievementUnit.deleteMany({ where: having("units") });
  await tx.achievementUnit.createMany({
    data: rows.flatMap(({ id, lists }) =>
      (lists.units ?? []).map((organizationId, index) => ({
        achievementId: id,
        position: index + 1,
        organizationId,
      })),
    ),
  });
  await tx.achievementContributor.deleteMany({ where: having("contributors") });
  await tx.achievementContributor.createMany({
    data: rows.flatMap(({ id, lists }) =>
      (lists.contributors ?? []).map((one, index) => ({ achievementId: id, position: index + 1, ...one })),
    ),
  });
  await tx.intellectualProperty.deleteMany({ where: having("properties") });
  await tx.intellectualProperty.createMany({
    data: rows.flatMap(({ id, lists }) =>
      (lists.properties ?? []).map((one) => ({ achievementId: id, ...one })),
    ),
  });
}

/** Takes rows back: new achievements are removed where nothing hangs on them, changed ones get back what stood there. */
export async function undoIntake(
  tx: Tx,
  { actor }: IntakeSession,
  rows: readonly IntakeUndo[],
  reason: string | null,
): Promise<IntakeBlocked[]> {
  const made = rows.filter(({ outcome }) => outcome === "new");
  const changed = rows.filter(({ outcome }) => outcome === "changed");
  const used = await referredTo(
    tx,
    "achievements",
    made.map(({ nounId }) => nounId),
    own,
  );
  const done = await remove(
    tx,
    made.filter(({ nounId }) => !used.has(nounId)),
  );
  for (const id of await restore(tx, changed)) done.add(id);
  await recordEventOfEach(
    tx,
    actor,
    { event: "imports.undone", noun, reason },
    rows
      .filter(({ nounId }) => done.has(nounId))
      .map(({ nounId, before }) => ({ nounId, ...(before !== null && { after: (before as Before).row }) })),
  );
  return rows
    .filter(({ nounId }) => !done.has(nounId))
    .map(({ position, nounId }) => ({
      position,
      nounId,
      message: used.has(nounId) ? "usedSinceImport" : "changedSinceImport",
    }));
}

async function remove(tx: Tx, rows: readonly IntakeUndo[]): Promise<Set<number>> {
  const gone = rows.map(({ nounId: id, nounVersion: version }) => ({ id, version }));
  const where = { achievementId: { in: await lockUnchanged(tx, "achievements", gone) } };
  await tx.achievementUnit.deleteMany({ where });
  await tx.achievementContributor.deleteMany({ where });
  await tx.intellectualProperty.deleteMany({ where });
  return deleteRows(tx, "achievements", gone);
}

async function restore(tx: Tx, rows: readonly IntakeUndo[]): Promise<number[]> {
  const restored = await updateRows(
    tx,
    "achievements",
    written,
    rows.map(({ position, nounId, nounVersion, before }) => ({
      position,
      id: nounId,
      version: nounVersion,
      values: (before as Before).row,
    })),
  );
  const ids = restored.map(({ id }) => id);
  const back = rows.filter(({ nounId }) => ids.includes(nounId));
  await putLists(
    tx,
    back.map(({ nounId, before }) => ({ id: nounId, lists: (before as Before).lists })),
  );
  return ids;
}
