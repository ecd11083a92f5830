import { recordEventOfEach } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { scopePaths } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { sendEach, sendMessages } from "@/lib/inbox/commands";
import type { IntakeBlocked, IntakeUndo, IntakeWrite, IntakeWritten } from "@/lib/kernel/intake";
import { checkersOf } from "../notices/commands";
import { writeAwards } from "../writing/commands";
import { prepareAwards, type PreparedAwards } from "../writing/queries";
import type { IntakeSession } from "./queries";

/** Makes rows ready to be written, beside the writing of others: reads alone. */
export const prepareIntake = prepareAwards;

/**
 * Writes rows that the check found new. A row that names a title or somebody who is no longer there is left out of the
 * answer.
 */
export async function applyIntake(
  tx: Tx,
  session: IntakeSession,
  rows: readonly IntakeWrite[],
  prepared?: PreparedAwards,
): Promise<IntakeWritten[]> {
  if (!session.unit || rows.length === 0) return [];
  const ready = prepared ?? (await prepareIntake(tx, session, rows));
  await writeAwards(tx, session, ready);
  return ready.awards.map(({ position, id }) => ({ position, nounId: id, nounVersion: 1, before: null }));
}

type Moved = { id: number; state: string; title: string };

/** Voids what a workbook brought in. An award that was changed or decided on since stands in the way, and so does a missing right. */
export async function undoIntake(
  tx: Tx,
  { actor }: Pick<IntakeSession, "actor">,
  rows: readonly IntakeUndo[],
  reason: string,
): Promise<IntakeBlocked[]> {
  const asked = JSON.stringify(rows.map(({ nounId: id, nounVersion: version }) => ({ id, version })));
  const keepers = scopePaths(actor, "recorder", "union_admin");
  const admins = scopePaths(actor, "union_admin");
  // Raw, as everything here that changes many awards: each has its own version to be at. A submitted award is its submitter's
  // to take back, or the administrator's to void.
  const moved = await tx.$queryRaw<Moved[]>`
    WITH asked AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${asked}::jsonb) AS r(id int, version int)),
    held AS MATERIALIZED (
      SELECT a.id, a.state, a.title_name FROM awards a JOIN asked USING (id, version) JOIN organizations o ON o.id = a.recording_unit_id
      WHERE EXISTS (SELECT FROM unnest(${keepers}::text[]) AS scope WHERE starts_with(o.path, scope))
        AND (a.state IN ('draft', 'returned') OR a.state = 'submitted' AND (a.created_by_id = ${actor.userId}
          OR EXISTS (SELECT FROM unnest(${admins}::text[]) AS scope WHERE starts_with(o.path, scope))))
      ORDER BY a.id FOR UPDATE OF a),
    written AS (
      UPDATE awards a SET state = 'void', version = a.version + 1, updated_by_id = ${actor.userId}, updated_at = now()
      FROM held WHERE a.id = held.id RETURNING a.id)
    SELECT held.id, held.state, held.title_name AS title FROM held JOIN written USING (id) ORDER BY held.id`;
  await recordStates(tx, actor, moved, "void", reason);
  await recordEventOfEach(
    tx,
    actor,
    { event: "awards.voided", noun: "awards", reason },
    moved.map(({ id, state, title }) => ({
      ...{ nounId: id, before: { title, state }, after: { title, state: "void" } },
    })),
  );
  const done = new Set(moved.map(({ id }) => id));
  const left = rows.filter(({ nounId }) => !done.has(nounId));
  const present = await tx.award.findMany({
    where: { id: { in: left.map(({ nounId }) => nounId) } },
    select: { id: true, version: true },
  });
  const versions = new Map(present.map(({ id, version }) => [id, version]));
  return left.map(({ position, nounId, nounVersion }) => ({
    ...{ position, nounId },
    message: versions.get(nounId) === nounVersion ? "forbidden" : "changedSinceImport",
  }));
}

/**
 * Confirms those of the awards that wait for it and that somebody else entered; `own` counts the actor's. At most a thousand a
 * transaction: ledger numbers are counted one by one, and each count within a transaction costs a look at those before.
 */
export async function confirmIntake(
  tx: Tx,
  actor: Actor,
  ids: readonly number[],
): Promise<{ confirmed: number; own: number }> {
  const paths = scopePaths(actor, "checker", "union_admin");
  const own = await tx.award.count({
    where: { id: { in: [...ids] }, state: "submitted", enteredByIds: { has: actor.userId } },
  });
  const confirmed = await tx.$queryRaw<{ id: number; title: string; ledgerNumber: string }[]>`
    WITH held AS MATERIALIZED (
      SELECT a.id FROM awards a JOIN organizations o ON o.id = a.recording_unit_id
      WHERE a.id = ANY (${[...ids]}::int[]) AND a.state = 'submitted' AND NOT ${actor.userId} = ANY (a.entered_by_ids)
        AND EXISTS (SELECT FROM unnest(${paths}::text[]) AS scope WHERE starts_with(o.path, scope))
      ORDER BY a.id FOR UPDATE OF a)
    UPDATE awards a SET state = 'effective', version = a.version + 1, updated_by_id = ${actor.userId}, updated_at = now()
    FROM held WHERE a.id = held.id RETURNING a.id, a.title_name AS title, a.ledger_number AS "ledgerNumber"`;
  await recordStates(tx, actor, confirmed, "effective", null);
  await recordEventOfEach(
    tx,
    actor,
    { event: "awards.confirmed", noun: "awards" },
    confirmed.map(({ id, title, ledgerNumber }) => ({
      nounId: id,
      before: { title, state: "submitted", ledgerNumber: null },
      after: { title, state: "effective", ledgerNumber },
    })),
  );
  await tellHonoredOf(tx, actor, confirmed);
  return { confirmed: confirmed.length, own };
}

async function recordStates(
  tx: Tx,
  actor: Actor,
  awards: readonly { id: number }[],
  toState: "void" | "effective",
  reason: string | null,
): Promise<void> {
  const ids = awards.map(({ id }) => id);
  await tx.$executeRaw`
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id, reason)
    SELECT id, ${toState}::award_state, ${actor.userId}, ${reason} FROM unnest(${ids}::int[]) AS id`;
}

/** Everybody honored who has an account hears of each of their honors, as from a single confirmation. */
async function tellHonoredOf(
  tx: Tx,
  actor: Actor,
  awards: readonly { id: number; title: string }[],
): Promise<void> {
  const ids = awards.map(({ id }) => id);
  const told = await tx.$queryRaw<{ userId: number; awardId: number }[]>`
    SELECT DISTINCT u.id AS "userId", p.award_id AS "awardId"
    FROM (SELECT award_id, employee_id FROM award_recipients WHERE award_id = ANY (${ids}::int[])
      UNION SELECT award_id, employee_id FROM award_members WHERE award_id = ANY (${ids}::int[])) AS p
    JOIN users u ON u.employee_id = p.employee_id
    WHERE u.disabled_at IS NULL AND u.id <> ${actor.userId} ORDER BY 1, 2`;
  const titles = new Map(awards.map(({ id, title }) => [id, title]));
  await sendEach(
    tx,
    told.map(({ userId, awardId }) => ({
      ...{ userId, kind: "award_conferred", noun: "awards", nounId: awardId },
      data: { title: titles.get(awardId)!, by: actor.name, reason: null },
    })),
  );
}

type News = { importId: number; title: string; count: number };

/** Tells who may check them, once for all awards of a workbook. */
export async function announceIntake(
  tx: Tx,
  actor: Actor,
  { unitId, ...news }: News & { unitId: number },
): Promise<void> {
  const { path } = await tx.organization.findFirstOrThrow({
    where: { id: unitId },
    select: { path: true },
  });
  await tell(tx, actor, "import_submitted", [...(await checkersOf(tx, actor, path, []))], news);
}

/** Tells who brought them in that awards of a workbook stand in the ledger. */
export async function announceConfirmed(
  tx: Tx,
  actor: Actor,
  { userIds, ...news }: News & { userIds: readonly number[] },
): Promise<void> {
  const others = [...new Set(userIds)].filter((userId) => userId !== actor.userId);
  await tell(tx, actor, "import_confirmed", others, news);
}

function tell(tx: Tx, actor: Actor, kind: string, userIds: number[], { importId, title, count }: News) {
  return sendMessages(tx, userIds, {
    ...{ kind, noun: "imports", nounId: importId },
    data: { title, by: actor.name, count: String(count), reason: null },
  });
}
