import { recordEventOfEach } from "@/lib/audit/record";
import { deleteRows, insertRows, lockUnchanged, referredTo, updateRows } from "@/lib/db/bulk";
import type { Tx } from "@/lib/db/transaction";
import type {
  IntakeBlocked,
  IntakeSecrets,
  IntakeUndo,
  IntakeWrite,
  IntakeWritten,
} from "@/lib/kernel/intake";
import { dropNumbers, keepNumbersOfEach, restoreNumbers } from "../identities/commands";
import type { IntakeSession } from "./queries";
import { columns, type IntakeValues } from "./rules";

const noun = "employees";
const own = ["employee_assignments", "employee_identities"];
const written = [...Object.values(columns), "left_on"];
/** The beginning of the assignment that a transfer ended; what stood in the record's own columns is beside it. */
type Before = { row: Record<string, unknown>; assignedFrom?: string | null };

/** Writes rows that were checked. Somebody whose record was changed since is left out of the answer. Changes come first: who leaves frees a work number. */
export async function applyIntake(
  tx: Tx,
  { actor }: IntakeSession,
  rows: readonly IntakeWrite[],
): Promise<IntakeWritten[]> {
  const valuesOf = (row: IntakeWrite) => row.values as IntakeValues;
  const changes = rows.flatMap((row) =>
    row.outcome === "changed" && row.nounId !== null && row.nounVersion !== null
      ? [{ position: row.position, id: row.nounId, version: row.nounVersion, values: valuesOf(row).set }]
      : [],
  );
  const periods = await openAssignments(
    tx,
    changes.map(({ id }) => id),
  );
  const changed = await updateRows(tx, "employees", written, changes);
  const made = await insertRows(
    tx,
    "employees",
    written,
    rows
      .filter((row) => row.outcome === "new")
      .map((row) => ({ position: row.position, values: { left_on: null, ...valuesOf(row).set } })),
  );
  const told = new Map(rows.map((row) => [row.position, valuesOf(row)]));
  const replaced = await keepNumbers(tx, rows, [...changed, ...made]);
  await recordEventOfEach(
    tx,
    actor,
    { event: "employees.imported", noun },
    [...changed, ...made].map(({ position, id }) => {
      const { before, after } = told.get(position)!;
      return { nounId: id, before, after };
    }),
  );
  return [
    ...changed.map(({ position, id, version, before }) => ({
      position,
      nounId: id,
      nounVersion: version,
      before: { row: before, ...(periods.has(id) && { assignedFrom: periods.get(id) }) } satisfies Before,
      secrets: replaced.get(position) ?? null,
    })),
    ...made.map(({ position, id, version }) => ({
      position,
      nounId: id,
      nounVersion: version,
      before: null,
      secrets: replaced.get(position) ?? null,
    })),
  ];
}

/** Numbers of the rows that were written, by position what they replaced. */
async function keepNumbers(
  tx: Tx,
  rows: readonly IntakeWrite[],
  written: readonly { position: number; id: number }[],
): Promise<Map<number, IntakeSecrets>> {
  const ids = new Map(written.map(({ position, id }) => [position, id]));
  const incoming = rows.flatMap(({ position, values, secrets }) => {
    const { numbers = [] } = values as IntakeValues;
    const id = ids.get(position);
    return numbers.length === 0 || id === undefined
      ? []
      : [{ position, id, numbers, secrets: secrets ?? null }];
  });
  const replaced = await keepNumbersOfEach(tx, incoming);
  return new Map(incoming.map(({ position }, index) => [position, replaced[index]!]));
}

/** Takes rows back: new people are removed where nothing hangs on them, changed ones get back what stood there. */
export async function undoIntake(
  tx: Tx,
  { actor }: IntakeSession,
  rows: readonly IntakeUndo[],
  reason: string | null,
): Promise<IntakeBlocked[]> {
  const made = rows.filter((row) => row.outcome === "new");
  const changed = rows.filter((row) => row.outcome === "changed");
  const used = await referredTo(
    tx,
    "employees",
    made.map(({ nounId }) => nounId),
    own,
  );
  const free = made.filter(({ nounId }) => !used.has(nounId));
  const gone = free.map(({ nounId: id, nounVersion: version }) => ({ id, version }));
  const unchanged = await lockUnchanged(tx, "employees", gone);
  await tx.employeeAssignment.deleteMany({ where: { employeeId: { in: unchanged } } });
  await dropNumbers(tx, unchanged);
  const removed = await deleteRows(tx, "employees", gone);
  const restored = new Set((await restore(tx, changed)).map(({ id }) => id));
  await restoreNumbers(
    tx,
    changed.flatMap(({ nounId: id, secrets }) => (restored.has(id) ? [{ id, secrets }] : [])),
  );
  const done = (row: IntakeUndo) => removed.has(row.nounId) || restored.has(row.nounId);
  await recordEventOfEach(
    tx,
    actor,
    { event: "imports.undone", noun, reason },
    rows
      .filter(done)
      .map(({ nounId, before }) => ({ nounId, ...(before !== null && { after: (before as Before).row }) })),
  );
  return rows
    .filter((row) => !done(row))
    .map(({ position, nounId }) => ({
      position,
      nounId,
      message: used.has(nounId) ? "usedSinceImport" : "changedSinceImport",
    }));
}

/** The database begins an assignment where the record's place changes; of a transfer taken back neither period stays. */
async function restore(tx: Tx, rows: readonly IntakeUndo[]) {
  const beforeOf = ({ before }: IntakeUndo) => before as Before;
  const transfers = rows.filter(
    (row) => "assigned_from" in beforeOf(row).row && beforeOf(row).assignedFrom !== undefined,
  );
  await dropTransfers(tx, transfers);
  const restored = await updateRows(
    tx,
    "employees",
    written,
    rows.map(({ position, nounId, nounVersion, before }) => ({
      position,
      id: nounId,
      version: nounVersion,
      values: (before as Before).row,
    })),
  );
  // Nothing was begun before: the first assignment was the import's.
  const first = new Set(
    rows.filter((row) => beforeOf(row).assignedFrom === undefined).map(({ nounId }) => nounId),
  );
  const without = restored.filter(({ id }) => first.has(id)).map(({ id }) => id);
  await tx.employeeAssignment.deleteMany({ where: { employeeId: { in: without }, validTo: null } });
  // Raw, for each row has its own value.
  const begun = transfers.map(({ nounId, before }) => ({
    id: nounId,
    from: (before as Before).assignedFrom ?? null,
  }));
  await tx.$executeRaw`
    UPDATE employee_assignments a SET valid_from = r."from" FROM jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) AS r(id int, "from" text)
    WHERE a.employee_id = r.id AND a.valid_to IS NULL`;
  return restored;
}

/** The assignment that the import began, and the one that it ended: the last two. Raw, for "the last two of each" has no form in Prisma. */
async function dropTransfers(tx: Tx, rows: readonly IntakeUndo[]): Promise<void> {
  const still = rows.map(({ nounId, nounVersion }) => ({ id: nounId, version: nounVersion }));
  await tx.$executeRaw`
    DELETE FROM employee_assignments a USING (
      SELECT x.id FROM jsonb_to_recordset(${JSON.stringify(still)}::jsonb) AS r(id int, version int)
      JOIN employees e ON e.id = r.id AND e.version = r.version
      CROSS JOIN LATERAL (SELECT id FROM employee_assignments WHERE employee_id = e.id ORDER BY id DESC LIMIT 2) AS x) AS last
    WHERE a.id = last.id`;
}

async function openAssignments(tx: Tx, ids: readonly number[]): Promise<Map<number, string | null>> {
  const open = await tx.employeeAssignment.findMany({
    where: { employeeId: { in: [...ids] }, validTo: null },
    select: { employeeId: true, validFrom: true },
  });
  return new Map(open.map(({ employeeId, validFrom }) => [employeeId, validFrom]));
}
