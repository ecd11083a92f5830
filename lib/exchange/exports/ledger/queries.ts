import type pg from "pg";
import type { Actor } from "@/lib/auth/roles";
import { zone } from "@/lib/awards/rules";
import type { Prisma } from "@/lib/db/generated/client";
import { pool } from "@/lib/db/pool";
import { sqlOfRead } from "@/lib/db/read-sql";
import { visibleTo as visibleEmployees } from "@/lib/employees/policy";
import { visibleTo as visibleUnits } from "@/lib/organizations/policy";
import type { AwardFact, RecipientFact } from "./schema";

/** Awards as they stood at one moment: how many, and all of them in order, in batches. */
export type Ledger = {
  awards: number;
  /** Recipients, and one for each award that has none yet. */
  recipients: number;
  batches: () => AsyncGenerator<AwardFact[]>;
  /** Stops what runs and gives the connection back; may be called twice. */
  close: () => void;
};

export type Selection = {
  where: Prisma.AwardWhereInput;
  orderBy: Prisma.AwardOrderByWithRelationInput[];
  english: boolean;
};

/** Of the plain connections; the others are for what must not wait for a download. */
export const ledgersAtOnce = 4;
const batchSize = 500;
/** Bound values of one statement end at 32,767. */
const idsAtOnce = 5_000;
/** Milliseconds that a reader may take over a batch before the download is given up. */
const patience = 120_000;

const held = globalThis as { openLedgers?: number };

/**
 * Reads the awards of a list over a connection of their own, in one REPEATABLE READ transaction: what is counted is what is
 * read. First the ids, in the list's order; then their rows, batch by batch as the reader asks. All statements are short, so
 * the usual statement timeout holds for each; only the time that the transaction may lie idle is longer, as it waits for the
 * reader. Null where too many are being read.
 */
export async function openLedger(actor: Actor, selection: Selection): Promise<Ledger | null> {
  if ((held.openLedgers ?? 0) >= ledgersAtOnce) return null;
  held.openLedgers = (held.openLedgers ?? 0) + 1;
  const client = await pool()
    .connect()
    .catch((error: unknown) => {
      held.openLedgers! -= 1;
      throw error;
    });
  const lease = leaseOf(client);
  try {
    const { ids, recipients } = await lease.use(() => begin(client, selection));
    return {
      awards: ids.length,
      recipients,
      batches: () => readBatches(client, lease, actor, ids, selection.english),
      close: lease.end,
    };
  } catch (error) {
    lease.end();
    throw error;
  }
}

async function begin(
  client: pg.PoolClient,
  { where, orderBy }: Selection,
): Promise<{ ids: Int32Array; recipients: number }> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${patience}`);
  // The list's own statement: a million ids as one text are 8 MB here, as Prisma's rows some hundred.
  const { text, values } = await sqlOfRead((prisma) =>
    prisma.award.findMany({ where, orderBy, select: { id: true } }),
  );
  const { rows: chosen } = await client.query<{ ids: string }>(
    `SELECT coalesce(string_agg(id::text, ','), '') AS ids FROM (${text}) AS list`,
    values,
  );
  const { ids } = chosen[0]!;
  const { rows: counted } = await client.query<{ recipients: number }>(recipientCount, [`{${ids}}`]);
  return {
    ids: Int32Array.from(ids === "" ? [] : ids.split(","), Number),
    recipients: counted[0]!.recipients,
  };
}

async function* readBatches(
  client: pg.PoolClient,
  lease: Lease,
  actor: Actor,
  ids: Int32Array,
  english: boolean,
): AsyncGenerator<AwardFact[]> {
  for (let from = 0; from < ids.length; from += batchSize) {
    yield await lease.use(() => readBatch(client, actor, [...ids.subarray(from, from + batchSize)], english));
  }
}

async function readBatch(
  client: pg.PoolClient,
  actor: Actor,
  ids: number[],
  english: boolean,
): Promise<AwardFact[]> {
  const { rows: awards } = await client.query<Omit<AwardFact, "recipients">>(awardSql, [ids, english]);
  const { rows: recipients } = await client.query<StoredRecipient>(recipientSql, [ids]);
  const people = await readKnown<Person>(
    client,
    recipients.map(({ employeeId }) => employeeId),
    (prisma, some) =>
      prisma.employee.findMany({
        where: { AND: [some, visibleEmployees(actor)] },
        select: { id: true, workNumber: true, gender: true, unitId: true },
      }),
  );
  const unitIds = [
    ...recipients.flatMap((one) => one.unitIds),
    ...[...people.values()].map(({ unit_id }) => unit_id),
  ];
  const units = await readKnown<Unit>(client, unitIds, (prisma, some) =>
    prisma.organization.findMany({
      where: { AND: [some, visibleUnits(actor)] },
      select: { id: true, name: true },
    }),
  );

  const byAward = new Map<number, RecipientFact[]>(awards.map(({ id }) => [id, []]));
  for (const { awardId, employeeId, unitIds: own, ...recipient } of recipients) {
    const person = people.get(employeeId ?? 0);
    const unitsNow = [...own, person?.unit_id ?? 0].flatMap((id) => units.get(id)?.name ?? []);
    byAward
      .get(awardId)!
      .push({
        ...recipient,
        workNumber: person?.work_number ?? null,
        gender: person?.gender ?? null,
        unitsNow,
      });
  }
  return awards.map((award) => ({ ...award, recipients: byAward.get(award.id)! }));
}

type StoredRecipient = Omit<RecipientFact, "workNumber" | "gender" | "unitsNow"> & {
  awardId: number;
  employeeId: number | null;
  unitIds: number[];
};
type Person = {
  id: number;
  work_number: string | null;
  gender: RecipientFact["gender"];
  unit_id: number | null;
};
type Unit = { id: number; name: string };
type Reader = Parameters<Parameters<typeof sqlOfRead>[0]>[0];

/** Rows with some ids that Prisma's conditions leave over, read within the same transaction. */
async function readKnown<Row extends { id: number }>(
  client: pg.PoolClient,
  ids: readonly (number | null)[],
  read: (prisma: Reader, some: { id: { in: number[] } }) => Promise<unknown>,
) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const known = new Map<number, Row>();
  for (let from = 0; from < wanted.length; from += idsAtOnce) {
    const some = { id: { in: wanted.slice(from, from + idsAtOnce) } };
    const { text, values } = await sqlOfRead((prisma) => read(prisma, some));
    for (const row of (await client.query<Row>(text, values)).rows) known.set(row.id, row);
  }
  return known;
}

type Lease = { use: <T>(work: () => Promise<T>) => Promise<T>; end: () => void };

/** A connection with its end: whoever holds it may vanish while a statement runs, while nothing does, or never say so. */
function leaseOf(client: pg.PoolClient): Lease {
  const { processID } = client as pg.PoolClient & { processID: number };
  let [busy, ended] = [false, false];
  const timer = setTimeout(() => end(), patience).unref();

  async function use<T>(work: () => Promise<T>): Promise<T> {
    if (ended) throw new Error("The ledger was closed");
    timer.refresh();
    busy = true;
    return work().finally(() => (busy = false));
  }

  function end() {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    held.openLedgers! -= 1;
    if (!busy)
      return void client.query("ROLLBACK").then(
        () => client.release(),
        () => client.release(true),
      );
    // A server that computes does not notice that nobody listens any more.
    pool()
      .query("SELECT pg_cancel_backend($1)", [processID])
      .catch(() => {})
      .finally(() => client.release(true));
  }
  return { use, end };
}

/** One for each recipient, and one for each award without any. */
const recipientCount = `
  SELECT (count(*) + cardinality($1::int[]) - count(DISTINCT award_id))::int AS recipients FROM award_recipients WHERE award_id = ANY ($1::int[])`;

const named = (alias: string) => `CASE WHEN $2 THEN ${alias}.name_en ELSE ${alias}.name_zh END`;
const bodyName = "coalesce(CASE WHEN $2 THEN b.name_en END, b.name)";
const inOrder = (expression: string, from: string, order: string) =>
  `ARRAY(SELECT ${expression} FROM ${from} WHERE x.award_id = a.id ORDER BY ${order})`;
const documents = "award_documents x JOIN documents d ON d.id = x.document_id";

const awardSql = `
  SELECT a.id, a.ledger_number AS "ledgerNumber", a.title_name AS title, a.title_name_en AS "titleEn", a.rank, a.award_date AS "awardDate",
    ${named("category")} AS category, ${named("level")} AS level, ${named("prize")} AS "prizeLevel",
    a.award_year AS "awardYear", a.bonus, a.state, a.reason, a.evidence_grade AS "evidenceGrade", unit.name AS "recordingUnit", enterer.name AS "enteredBy",
    ${inOrder("d.number", `${documents} AND d.number IS NOT NULL`, "x.position")} AS "documentNumbers",
    ${inOrder("d.title", documents, "x.position")} AS "documentTitles",
    ${inOrder(bodyName, `${documents} JOIN document_issuers i ON i.document_id = d.id JOIN granting_bodies b ON b.id = i.granting_body_id`, "x.position, i.position")} AS issuers,
    ${inOrder(bodyName, "award_granting_bodies x JOIN granting_bodies b ON b.id = x.granting_body_id", "x.position")} AS "grantingBodies",
    confirmed.by AS "confirmedBy", confirmed.at AS "confirmedAt"
  FROM unnest($1::int[]) WITH ORDINALITY AS chosen (id, place)
    JOIN awards a ON a.id = chosen.id
    JOIN categories category ON category.code = a.category_code
    JOIN levels level ON level.code = a.level_code
    LEFT JOIN prize_levels prize ON prize.code = a.prize_level_code
    JOIN organizations unit ON unit.id = a.recording_unit_id
    JOIN users enterer ON enterer.id = a.created_by_id
    LEFT JOIN LATERAL (
      SELECT u.name AS by, to_char(c.changed_at AT TIME ZONE '${zone}', 'YYYY-MM-DD HH24:MI') AS at
      FROM award_state_changes c JOIN users u ON u.id = c.changed_by_id
      WHERE c.award_id = a.id AND c.from_state = 'submitted' AND c.to_state = 'effective' ORDER BY c.id LIMIT 1
    ) AS confirmed ON true
  ORDER BY chosen.place`;

const recipientSql = `
  SELECT r.award_id AS "awardId", r.position, r.name, r.subject_kind AS kind, r.role, r.unit_name AS "unitThen", u.name AS "unionUnit",
    r.post AS "postThen", r.bonus, r.share, r.employee_id AS "employeeId",
    array_remove(ARRAY[t.unit_id, s.unit_id, r.organization_id], NULL)
      || ARRAY(SELECT x.organization_id FROM achievement_units x WHERE x.achievement_id = r.achievement_id ORDER BY x.position) AS "unitIds"
  FROM award_recipients r
    LEFT JOIN organizations u ON u.id = r.union_unit_id
    LEFT JOIN teams t ON t.id = r.team_id
    LEFT JOIN studios s ON s.id = r.studio_id
  WHERE r.award_id = ANY ($1::int[])
  ORDER BY r.award_id, r.position`;
