import { recordEventOfEach } from "@/lib/audit/record";
import { deleteRows, type Inserted, insertRows, lockUnchanged, referredTo, updateRows } from "@/lib/db/bulk";
import type { Tx } from "@/lib/db/transaction";
import type { IntakeBlocked, IntakeUndo, IntakeWrite, IntakeWritten } from "@/lib/kernel/intake";
import { type IntakeSession, type IntakeValues, writtenColumns } from "./queries";

const noun = "organizations";
type Values = Record<string, unknown>;

/** Writes rows that were checked, those above before those below. One that was changed since is left out of the answer. */
export async function applyIntake(
  tx: Tx,
  { actor }: IntakeSession,
  rows: readonly IntakeWrite[],
): Promise<IntakeWritten[]> {
  const told = new Map(rows.map((row) => [row.position, row.values as IntakeValues]));
  const parents = await knownParents(tx, [...told.values()]);
  const made: Inserted[] = [];
  let waiting = rows.filter(({ outcome }) => outcome === "new");
  for (let ready = waiting; ready.length > 0;) {
    ready = waiting.filter(({ position }) => placed(told.get(position)!, parents) !== null);
    const rowsNow = ready.map(({ position }) => ({
      position,
      values: placed(told.get(position)!, parents)!,
    }));
    const inserted = await insertRows(tx, "organizations", writtenColumns, rowsNow);
    for (const { position, id } of inserted) {
      const { tree, code } = told.get(position)!.set as { tree: string; code: string };
      parents.set(`${tree} ${code}`, id);
    }
    made.push(...inserted);
    waiting = waiting.filter((row) => !ready.includes(row));
  }
  const trees = await treesOf(
    tx,
    rows.flatMap(({ nounId }) => nounId ?? []),
  );
  const changes = rows.flatMap(({ outcome, position, nounId, nounVersion }) => {
    const values =
      outcome === "changed" ? placed(told.get(position)!, parents, trees.get(nounId ?? 0)) : null;
    return values && nounId !== null && nounVersion !== null
      ? [{ position, id: nounId, version: nounVersion, values }]
      : [];
  });
  const changed = await updateRows(tx, "organizations", writtenColumns, changes);
  await recordEventOfEach(
    tx,
    actor,
    { event: "organizations.imported", noun },
    [...made, ...changed].map(({ position, id }) => {
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
      before,
    })),
  ];
}

/** The values with the parent's id; null while the parent is not there yet. */
function placed(
  { set, parentCode }: IntakeValues,
  parents: Map<string, number>,
  tree = set.tree,
): Values | null {
  if (parentCode === null) return set;
  const parent = parents.get(`${String(tree)} ${parentCode}`);
  return parent === undefined ? null : { ...set, parent_id: parent };
}

async function knownParents(tx: Tx, values: readonly IntakeValues[]): Promise<Map<string, number>> {
  const codes = [...new Set(values.flatMap(({ parentCode }) => parentCode ?? []))];
  const units = await tx.organization.findMany({
    where: { code: { in: codes }, validTo: null },
    select: { id: true, tree: true, code: true },
  });
  return new Map(units.map(({ id, tree, code }) => [`${tree} ${code}`, id]));
}

async function treesOf(tx: Tx, ids: number[]): Promise<Map<number, string>> {
  const units = await tx.organization.findMany({
    where: { id: { in: ids } },
    select: { id: true, tree: true },
  });
  return new Map(units.map(({ id, tree }) => [id, tree]));
}

/** Takes rows back: new units are removed from the lowest up where nothing hangs on them, changed ones get back what stood there. */
export async function undoIntake(
  tx: Tx,
  { actor }: IntakeSession,
  rows: readonly IntakeUndo[],
  reason: string | null,
): Promise<IntakeBlocked[]> {
  const restored = await restore(
    tx,
    rows.filter(({ outcome }) => outcome === "changed"),
  );
  const done = new Set(restored.map(({ id }) => id));
  let left = rows.filter(({ outcome }) => outcome === "new");
  let used = new Set<number>();
  for (let free = left; free.length > 0;) {
    used = await referredTo(
      tx,
      "organizations",
      left.map(({ nounId }) => nounId),
      ["organization_periods"],
    );
    free = left.filter(({ nounId }) => !used.has(nounId));
    const unchanged = await unchangedOf(tx, free);
    await tx.organizationPeriod.deleteMany({ where: { organizationId: { in: unchanged } } });
    const versions = new Map(free.map(({ nounId, nounVersion }) => [nounId, nounVersion]));
    const gone = unchanged.map((id) => ({ id, version: versions.get(id)! }));
    for (const id of await deleteRows(tx, "organizations", gone)) done.add(id);
    left = left.filter((row) => !free.includes(row));
  }
  await recordEventOfEach(
    tx,
    actor,
    { event: "imports.undone", noun, reason },
    rows
      .filter(({ nounId }) => done.has(nounId))
      .map(({ nounId, before }) => ({ nounId, ...(before !== null && { after: before as Values }) })),
  );
  return rows
    .filter(({ nounId }) => !done.has(nounId))
    .map(({ position, nounId }) => ({
      position,
      nounId,
      message: used.has(nounId) ? "usedSinceImport" : "changedSinceImport",
    }));
}

/**
 * The database begins a period where a name or place changes, and wants a new day for it. Of a change that is taken back
 * neither period stays: the old one is begun anew, from the day that it had.
 */
async function restore(tx: Tx, rows: readonly IntakeUndo[]) {
  const still = new Set(await unchangedOf(tx, rows));
  const here = rows.filter(({ nounId }) => still.has(nounId));
  const moved = here.filter(
    ({ before }) => "name" in (before as Values) || "parent_id" in (before as Values),
  );
  const ids = moved.map(({ nounId }) => nounId);
  await tx.organizationPeriod.deleteMany({ where: { organizationId: { in: ids }, validTo: null } });
  const periods = await tx.organizationPeriod.findMany({
    where: { organizationId: { in: ids } },
    select: { id: true, organizationId: true, validFrom: true },
    orderBy: { id: "asc" },
  });
  const last = new Map(periods.map((period) => [period.organizationId, period]));
  await tx.organizationPeriod.updateMany({
    where: { id: { in: [...last.values()].map(({ id }) => id) } },
    data: { validTo: null },
  });
  const restored = await updateRows(
    tx,
    "organizations",
    writtenColumns,
    here.map(({ position, nounId, nounVersion, before }) => {
      const values = before as Values;
      const from = values.period_from ?? last.get(nounId)?.validFrom ?? "1800";
      return {
        position,
        id: nounId,
        version: nounVersion,
        values: last.has(nounId) ? { ...values, period_from: from } : values,
      };
    }),
  );
  await tx.organizationPeriod.deleteMany({ where: { id: { in: [...last.values()].map(({ id }) => id) } } });
  // Raw, for each row has its own values.
  const own = moved.map(({ nounId, before }) => ({
    id: nounId,
    began: last.get(nounId)?.validFrom ?? null,
    since: (before as Values).period_from ?? null,
  }));
  await tx.$executeRaw`
    UPDATE organization_periods p SET valid_from = r.began FROM jsonb_to_recordset(${JSON.stringify(own)}::jsonb) AS r(id int, began text)
    WHERE p.organization_id = r.id AND p.valid_to IS NULL`;
  await tx.$executeRaw`
    UPDATE organizations u SET period_from = r.since FROM jsonb_to_recordset(${JSON.stringify(own)}::jsonb) AS r(id int, since text)
    WHERE u.id = r.id`;
  return restored;
}

function unchangedOf(tx: Tx, rows: readonly IntakeUndo[]): Promise<number[]> {
  return lockUnchanged(
    tx,
    "organizations",
    rows.map(({ nounId: id, nounVersion: version }) => ({ id, version })),
  );
}
