import { newestKey, type Resealed, reseal } from "@/lib/db/sealed";
import { transaction, type Tx } from "@/lib/db/transaction";
import { intakePlace, type IntakeSecrets, type IntakeVerdict, type IntakeWritten } from "@/lib/kernel/intake";

// Raw SQL in this file: Prisma updates many rows to one value, never each to its own.

/** Keeps what the check found, with each row. */
export async function keepVerdicts(
  tx: Tx,
  batchId: number,
  verdicts: readonly IntakeVerdict[],
): Promise<void> {
  const rows = JSON.stringify(verdicts);
  await tx.$executeRaw`
    UPDATE import_rows r SET outcome = v.outcome::import_outcome, label = left(v.label, 500), "values" = v."values",
      faults = nullif(v.faults, '[]'), changes = nullif(v.changes, '[]'), noun_id = v."nounId", noun_version = v."nounVersion"
    FROM jsonb_to_recordset(${rows}::jsonb) AS v(position int, outcome text, label text, "values" jsonb, faults jsonb,
      changes jsonb, "nounId" int, "nounVersion" int)
    WHERE r.batch_id = ${batchId} AND r.position = v.position AND r.applied_id IS NULL`;
}

/** Puts down what was written for each row; a row that was written before stays as it is, and is told by the count. */
export async function keepWritten(
  tx: Tx,
  batchId: number,
  written: readonly IntakeWritten[],
): Promise<number> {
  const rows = JSON.stringify(written);
  return tx.$executeRaw`
    UPDATE import_rows r SET applied_id = w."nounId", applied_version = w."nounVersion", before = w.before,
      secrets = CASE WHEN w.secrets IS NULL THEN r.secrets ELSE coalesce(r.secrets, '{}') || w.secrets END
    FROM jsonb_to_recordset(${rows}::jsonb) AS w(position int, "nounId" int, "nounVersion" int, before jsonb, secrets jsonb)
    WHERE r.batch_id = ${batchId} AND r.position = w.position AND r.applied_id IS NULL`;
}

type Refused = { position: number; message: string };

/** A row that the database, or a record changed meanwhile, refused is faulty from now on. */
export async function keepRefused(tx: Tx, batchId: number, refused: readonly Refused[]): Promise<void> {
  const rows = JSON.stringify(
    refused.map(({ position, message }) => ({ position, faults: [wholeRow(message)] })),
  );
  await tx.$executeRaw`
    UPDATE import_rows r SET outcome = 'faulty', faults = f.faults, changes = NULL
    FROM jsonb_to_recordset(${rows}::jsonb) AS f(position int, faults jsonb)
    WHERE r.batch_id = ${batchId} AND r.position = f.position AND r.applied_id IS NULL`;
}

/** Says with each row that can't be taken back why; what an earlier attempt said is gone. */
export async function keepBlocked(tx: Tx, batchId: number, blocked: readonly Refused[]): Promise<void> {
  await tx.$executeRaw`UPDATE import_rows SET faults = NULL WHERE batch_id = ${batchId} AND applied_id IS NOT NULL AND faults IS NOT NULL`;
  const rows = JSON.stringify(
    blocked.map(({ position, message }) => ({ position, faults: [wholeRow(message)] })),
  );
  await tx.$executeRaw`
    UPDATE import_rows r SET faults = f.faults
    FROM jsonb_to_recordset(${rows}::jsonb) AS f(position int, faults jsonb)
    WHERE r.batch_id = ${batchId} AND r.position = f.position`;
}

/** Seals anew what lies sealed beside the next rows, from a batch on; `last` is the batch to go on with. */
export async function resealSecrets(from: number, limit: number): Promise<Resealed> {
  const { prefix } = newestKey();
  return transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ batchId: number; position: number; secrets: IntakeSecrets }[]>`
      SELECT batch_id AS "batchId", position, secrets FROM import_rows r
      WHERE batch_id >= ${from} AND secrets IS NOT NULL
        AND EXISTS (SELECT FROM jsonb_each_text(r.secrets) s WHERE NOT starts_with(s.value, ${prefix}))
      ORDER BY batch_id, position LIMIT ${limit} FOR UPDATE`;
    const anew = rows.map(({ secrets, ...row }) => ({
      ...row,
      secrets: Object.fromEntries(
        Object.entries(secrets).map(([key, text]) => [key, text && reseal(text, intakePlace)]),
      ),
    }));
    await tx.$executeRaw`
      UPDATE import_rows r SET secrets = a.secrets
      FROM jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) AS a("batchId" int, position int, secrets jsonb)
      WHERE r.batch_id = a."batchId" AND r.position = a.position`;
    return { count: rows.length, last: rows.at(-1)?.batchId ?? null };
  });
}

function wholeRow(message: string) {
  return { column: null, value: "", message };
}
