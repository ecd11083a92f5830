import type pg from "pg";
import type { Actor } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import { sqlOfRead } from "@/lib/db/read-sql";
import { identityReadableBy } from "@/lib/employees/identities/policy";
import { openNumber } from "@/lib/employees/identities/queries";
import { visibleTo as visibleEmployees } from "@/lib/employees/policy";
import { visibleTo as visibleUnits } from "@/lib/organizations/policy";
import { type ExportColumn, holdsNumbers } from "../schema";
import { awardSql, needsPeople, recipientCountSql, recipientSql } from "./columns";
import { type Lease, patience, takeLease } from "./lease";
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

export type Selection = { where: Prisma.AwardWhereInput; orderBy: Prisma.AwardOrderByWithRelationInput[] };
/** What is read of them, and in which language. */
export type Asked = { columns: readonly ExportColumn[]; english: boolean };

const batchSize = 200;
/** Bound values of one statement end at 32,767. */
const idsAtOnce = 5_000;

/**
 * Reads the awards of a list over a connection of their own, in one REPEATABLE READ transaction: what is counted is what is
 * read. First the ids, in the list's order; then their rows, batch by batch as the reader asks. All statements are short, so
 * the usual statement timeout holds for each; only the time that the transaction may lie idle is longer, as it waits for the
 * reader. Null where too many are being read.
 */
export async function openLedger(actor: Actor, selection: Selection, asked: Asked): Promise<Ledger | null> {
  const lease = await takeLease();
  if (!lease) return null;
  try {
    const { ids, recipients } = await lease.use(() => begin(lease.client, selection));
    return {
      awards: ids.length,
      recipients,
      batches: () => readBatches(lease, actor, ids, asked),
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
  const { rows: counted } = await client.query<{ recipients: number }>(recipientCountSql, [`{${ids}}`]);
  return {
    ids: Int32Array.from(ids === "" ? [] : ids.split(","), Number),
    recipients: counted[0]!.recipients,
  };
}

async function* readBatches(
  lease: Lease,
  actor: Actor,
  ids: Int32Array,
  asked: Asked,
): AsyncGenerator<AwardFact[]> {
  for (let from = 0; from < ids.length; from += batchSize) {
    yield await lease.use(() =>
      readBatch(lease.client, actor, [...ids.subarray(from, from + batchSize)], asked),
    );
  }
}

async function readBatch(
  client: pg.PoolClient,
  actor: Actor,
  ids: number[],
  { columns, english }: Asked,
): Promise<AwardFact[]> {
  const { rows: awards } = await client.query<AwardFact>(awardSql(columns, english), [ids]);
  const { rows: recipients } = await client.query<StoredRecipient>(recipientSql(columns), [ids]);
  if (needsPeople(columns)) await addPeople(client, actor, recipients);
  if (holdsNumbers(columns)) await addNumbers(client, actor, recipients);
  const byAward = new Map(awards.map((award) => [award.id, award]));
  for (const award of awards) award.recipients = [];
  for (const recipient of recipients) byAward.get(recipient.awardId)!.recipients.push(recipient);
  return awards;
}

/** Adds what stands in people's own records and in those of units, where the actor sees them. */
async function addPeople(client: pg.PoolClient, actor: Actor, recipients: StoredRecipient[]): Promise<void> {
  const people = await readKnown<Person>(
    client,
    recipients.map(({ employeeId }) => employeeId),
    (prisma, some) =>
      prisma.employee.findMany({
        where: { AND: [some, visibleEmployees(actor)] },
        select: { id: true, workNumber: true, gender: true, unitId: true },
      }),
  );
  const unitsOf = ({ employeeId, unitIds = [] }: StoredRecipient) => [
    ...unitIds,
    people.get(employeeId ?? 0)?.unit_id ?? 0,
  ];
  const units = await readKnown<Unit>(client, recipients.flatMap(unitsOf), (prisma, some) =>
    prisma.organization.findMany({
      where: { AND: [some, visibleUnits(actor)] },
      select: { id: true, name: true },
    }),
  );
  for (const recipient of recipients) {
    const person = people.get(recipient.employeeId ?? 0);
    recipient.workNumber = person?.work_number ?? null;
    recipient.gender = person?.gender ?? null;
    recipient.unitsNow = unitsOf(recipient).flatMap((id) => units.get(id)?.name ?? []);
  }
}

/** Adds whole numbers of the people whose numbers the actor may see; opened for the batch at hand. */
async function addNumbers(client: pg.PoolClient, actor: Actor, recipients: StoredRecipient[]): Promise<void> {
  const ids = recipients.map(({ employeeId }) => employeeId);
  const readable = await readKnown<{ id: number }>(client, ids, (prisma, some) =>
    prisma.employee.findMany({ where: { AND: [some, identityReadableBy(actor)] }, select: { id: true } }),
  );
  const { rows } = await client.query<Sealed>(
    "SELECT employee_id AS id, id_number_sealed, phone_sealed FROM employee_identities WHERE employee_id = ANY ($1::int[])",
    [[...readable.keys()]],
  );
  const sealed = new Map(rows.map((row) => [row.id, row]));
  for (const recipient of recipients) {
    const kept = sealed.get(recipient.employeeId ?? 0);
    recipient.idNumber = kept?.id_number_sealed
      ? openNumber("idNumber", kept.id, kept.id_number_sealed)
      : null;
    recipient.phone = kept?.phone_sealed ? openNumber("phone", kept.id, kept.phone_sealed) : null;
  }
}

type Sealed = { id: number; id_number_sealed: string | null; phone_sealed: string | null };
type StoredRecipient = RecipientFact & { awardId: number; employeeId: number | null; unitIds?: number[] };
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
