import { recordEventOfEach } from "@/lib/audit/record";
import { deleteRows, type Inserted, insertRows, lockUnchanged, referredTo, updateRows } from "@/lib/db/bulk";
import type { Tx } from "@/lib/db/transaction";
import type { IntakeBlocked, IntakeUndo, IntakeWrite, IntakeWritten } from "@/lib/kernel/intake";
import { type IntakeSession, usedChoices } from "./queries";
import { type Choices, choiceFields, columns, type IntakeValues } from "./rules";

const noun = "honor_titles";
const own = ["honor_title_levels", "honor_title_prize_levels", "honor_title_subject_kinds"];
const written = Object.values(columns);
type Before = { row: Record<string, unknown>; choices: Partial<Choices> };
type Chosen = { id: number; choices: Partial<Choices> };

/** Writes rows that were checked, those that others follow first. One that was changed since is left out of the answer. */
export async function applyIntake(
  tx: Tx,
  { actor }: IntakeSession,
  rows: readonly IntakeWrite[],
): Promise<IntakeWritten[]> {
  const told = new Map(rows.map((row) => [row.position, row.values as IntakeValues]));
  const made = await insertInLine(
    tx,
    rows.filter(({ outcome }) => outcome === "new"),
    told,
  );
  const changes = rows.flatMap(({ outcome, position, nounId, nounVersion }) =>
    outcome === "changed" && nounId !== null && nounVersion !== null
      ? [{ position, id: nounId, version: nounVersion, values: told.get(position)!.set }]
      : [],
  );
  const changed = await updateRows(tx, "honor_titles", written, changes);
  const all = [...made, ...changed];
  await putChoices(
    tx,
    all.map(({ position, id }) => ({ id, choices: told.get(position)!.choices })),
  );
  await recordEventOfEach(
    tx,
    actor,
    { event: "honor_titles.imported", noun },
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
      before: { row: before, choices: told.get(position)!.choicesBefore } satisfies Before,
    })),
  ];
}

/** A title may follow one of the same workbook, which has its id by then. */
async function insertInLine(
  tx: Tx,
  rows: readonly IntakeWrite[],
  told: Map<number, IntakeValues>,
): Promise<Inserted[]> {
  const made: Inserted[] = [];
  let waiting = [...rows];
  for (let ready = waiting; ready.length > 0;) {
    const names = [...new Set(waiting.flatMap(({ position }) => told.get(position)!.predecessorName ?? []))];
    const known = await tx.honorTitle.findMany({ where: { name: { in: names } }, orderBy: { id: "asc" } });
    const ids = new Map(known.map(({ id, name }) => [name, id]));
    const followed = ({ position }: IntakeWrite) => told.get(position)!.predecessorName;
    ready = waiting.filter((row) => followed(row) === null || ids.has(followed(row)!));
    const values = ready.map((row) => {
      const { set, predecessorName } = told.get(row.position)!;
      const line = predecessorName === null ? {} : { predecessor_id: ids.get(predecessorName)! };
      return { position: row.position, values: { ...set, ...line } };
    });
    made.push(...(await insertRows(tx, "honor_titles", written, values)));
    waiting = waiting.filter((row) => !ready.includes(row));
  }
  return made;
}

/** Puts each title's choices in the place of those that it has. Raw, for each row has its own list. */
async function putChoices(tx: Tx, rows: readonly Chosen[]): Promise<void> {
  const of = (field: keyof Choices) =>
    JSON.stringify(
      rows.flatMap(({ id, choices }) => (choices[field] ? [{ id, codes: choices[field] }] : [])),
    );
  await tx.$executeRaw`DELETE FROM honor_title_levels l USING jsonb_to_recordset(${of("levels")}::jsonb) AS r(id int, codes text[])
    WHERE l.title_id = r.id AND l.level_code <> ALL (r.codes)`;
  await tx.$executeRaw`DELETE FROM honor_title_prize_levels l USING jsonb_to_recordset(${of("prizeLevels")}::jsonb) AS r(id int, codes text[])
    WHERE l.title_id = r.id AND l.prize_level_code <> ALL (r.codes)`;
  await tx.$executeRaw`DELETE FROM honor_title_subject_kinds l USING jsonb_to_recordset(${of("subjectKinds")}::jsonb) AS r(id int, codes text[])
    WHERE l.title_id = r.id AND l.subject_kind::text <> ALL (r.codes)`;
  const each = <Code extends string>(field: keyof Choices) =>
    rows.flatMap(({ id: titleId, choices }) =>
      ((choices[field] ?? []) as Code[]).map((code) => ({ titleId, code })),
    );
  await tx.honorTitleLevel.createMany({
    data: each("levels").map(({ titleId, code }) => ({ titleId, levelCode: code })),
    skipDuplicates: true,
  });
  await tx.honorTitlePrizeLevel.createMany({
    data: each("prizeLevels").map(({ titleId, code }) => ({ titleId, prizeLevelCode: code })),
    skipDuplicates: true,
  });
  await tx.honorTitleSubjectKind.createMany({
    data: each<Choices["subjectKinds"][number]>("subjectKinds").map(({ titleId, code }) => ({
      titleId,
      subjectKind: code,
    })),
    skipDuplicates: true,
  });
}

/** Takes rows back: new titles are removed where nothing hangs on them, changed ones get back what stood there. */
export async function undoIntake(
  tx: Tx,
  { actor }: IntakeSession,
  rows: readonly IntakeUndo[],
  reason: string | null,
): Promise<IntakeBlocked[]> {
  const used = new Set<number>();
  const done = await restore(
    tx,
    rows.filter(({ outcome }) => outcome === "changed"),
    used,
  );
  let left = rows.filter(({ outcome }) => outcome === "new");
  for (let free = left; free.length > 0;) {
    const referred = await referredTo(
      tx,
      "honor_titles",
      left.map(({ nounId }) => nounId),
      own,
    );
    free = left.filter(({ nounId }) => !referred.has(nounId));
    for (const id of await remove(tx, free)) done.add(id);
    left = left.filter((row) => !free.includes(row));
  }
  for (const { nounId } of left) used.add(nounId);
  await recordEventOfEach(
    tx,
    actor,
    { event: "imports.undone", noun, reason },
    rows
      .filter(({ nounId }) => done.has(nounId))
      .map(({ nounId, before }) => ({
        nounId,
        ...(before !== null && { after: { ...(before as Before).row, ...(before as Before).choices } }),
      })),
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
  const titles = rows.map(({ nounId: id, nounVersion: version }) => ({ id, version }));
  const where = { titleId: { in: await lockUnchanged(tx, "honor_titles", titles) } };
  await tx.honorTitleLevel.deleteMany({ where });
  await tx.honorTitlePrizeLevel.deleteMany({ where });
  await tx.honorTitleSubjectKind.deleteMany({ where });
  return deleteRows(tx, "honor_titles", titles);
}

/** Unless an award has since taken up a choice that the import added. */
async function restore(tx: Tx, rows: readonly IntakeUndo[], used: Set<number>): Promise<Set<number>> {
  const beforeOf = ({ before }: IntakeUndo) => before as Before;
  const inUse = await usedChoices(
    tx,
    rows.map(({ nounId }) => nounId),
  );
  const free = rows.filter((row) => {
    const gone = choiceFields.some((field) => {
      const kept: readonly string[] | undefined = beforeOf(row).choices[field];
      return kept && inUse.get(row.nounId)?.[field].some((code) => !kept.includes(code));
    });
    if (gone) used.add(row.nounId);
    return !gone;
  });
  const restored = await updateRows(
    tx,
    "honor_titles",
    written,
    free.map((row) => ({
      position: row.position,
      id: row.nounId,
      version: row.nounVersion,
      values: beforeOf(row).row,
    })),
  );
  const done = new Set(restored.map(({ id }) => id));
  const back = free.filter(({ nounId }) => done.has(nounId));
  await putChoices(
    tx,
    back.map((row) => ({ id: row.nounId, choices: beforeOf(row).choices })),
  );
  return done;
}
