import { recordEvent, systemActor } from "@/lib/audit/record";
import { requireRecent } from "@/lib/auth/confirmation";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { DatabaseRefusal } from "@/lib/db/faults";
import type { EmployeeIdentity, Prisma } from "@/lib/db/generated/client";
import { newestKey, open, type Resealed, seal } from "@/lib/db/sealed";
import { transaction, type Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { intakePlace, type IntakeSecrets } from "@/lib/kernel/intake";
import { type Phone, readPhone } from "@/lib/kernel/phone";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { visibleTo } from "../policy";
import { canReadIdentities, identityReadableBy } from "./policy";
import * as queries from "./queries";
import { type IdentityField, revealInput } from "./schema";

/** null takes a number away, undefined leaves it as it is. */
type Numbers = { idNumber?: string | null; phone?: Phone | null };

/** Keeps a person's numbers, within the command that writes the record and its event. */
export async function keepNumbers(
  tx: Tx,
  actor: Actor,
  employeeId: number,
  { idNumber, phone }: Numbers,
): Promise<Result<void>> {
  if (idNumber === undefined && phone === undefined) return ok();
  if (idNumber) {
    const taken = await refuseTaken(tx, actor, employeeId, idNumber);
    if (taken) return taken;
  }
  const data: Omit<Prisma.EmployeeIdentityUncheckedCreateInput, "employeeId"> = {
    ...(idNumber !== undefined &&
      (idNumber === null ? queries.noIdNumber : queries.sealedIdNumber(employeeId, idNumber))),
    ...(phone !== undefined && (phone === null ? queries.noPhone : queries.sealedPhone(employeeId, phone))),
  };
  await tx.employeeIdentity.upsert({
    where: { employeeId },
    create: { employeeId, ...data },
    update: data,
    select: { employeeId: true },
  });
  return ok();
}

/** One number, one person. Two who enter it at once wait for each other, under whatever key they hash it. */
async function refuseTaken(tx: Tx, actor: Actor, employeeId: number, idNumber: string) {
  for (const hash of queries.hashesOf("idNumber", idNumber).sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${hash}, 0))`;
  const holder = (await queries.holdersOf(tx, [idNumber])).get(idNumber);
  if (holder === undefined || holder === employeeId) return null;
  // Out of scope nobody is named.
  const seen = await tx.employee.findFirst({
    where: { AND: [{ id: holder }, visibleTo(actor)] },
    select: { name: true },
  });
  return refuseField("idNumber", seen ? `idNumberOfAnother:${seen.name}` : "idNumberTaken");
}

type Incoming = { id: number; numbers: readonly IdentityField[]; secrets: IntakeSecrets | null };

/** Keeps the numbers of many rows out of a workbook. Answers what they replace, sealed, in the order of the rows. */
export async function keepNumbersOfEach(tx: Tx, rows: readonly Incoming[]): Promise<IntakeSecrets[]> {
  const read = rows.map((row) => ({ ...row, ...queries.numbersOf(row) }));
  const ids = read.map(({ id }) => id);
  const kept = new Map(
    (await tx.employeeIdentity.findMany({ where: { employeeId: { in: ids } } })).map((one) => [
      one.employeeId,
      one,
    ]),
  );
  const holders = await queries.holdersOf(
    tx,
    read.flatMap(({ idNumber }) => idNumber ?? []),
  );
  const before: IntakeSecrets[] = [];
  const values = read.map(({ id, numbers, idNumber, phone }) => {
    const holder = holders.get(idNumber ?? "");
    // Under another key the index would not see it.
    if (idNumber && numbers.includes("idNumber") && holder !== undefined && holder !== id) throw taken();
    const was = kept.get(id);
    const replaced = {
      ...(numbers.includes("idNumber") && { idNumberBefore: null }),
      ...(numbers.includes("phone") && {
        phoneBefore: was?.phoneSealed
          ? seal(queries.openNumber("phone", id, was.phoneSealed), intakePlace)
          : null,
      }),
    };
    before.push({ ...replaced, idNumber: null, phone: null });
    return {
      ...(was ?? { employeeId: id, ...queries.noIdNumber, ...queries.noPhone }),
      ...(numbers.includes("idNumber") && idNumber && queries.sealedIdNumber(id, idNumber)),
      ...(numbers.includes("phone") && phone && queries.sealedPhone(id, phone)),
    };
  });
  await putNumbers(tx, values);
  return before;
}

/** Takes back what an import put in: the numbers that were there before come again. */
export async function restoreNumbers(
  tx: Tx,
  rows: readonly { id: number; secrets?: IntakeSecrets | null }[],
): Promise<void> {
  const touched = rows.filter(
    ({ secrets }) => secrets && Object.keys(secrets).some((key) => key.endsWith("Before")),
  );
  const kept = await tx.employeeIdentity.findMany({
    where: { employeeId: { in: touched.map(({ id }) => id) } },
  });
  const secretsOf = new Map(touched.map(({ id, secrets }) => [id, secrets!]));
  await putNumbers(
    tx,
    kept.map((was) => {
      const secrets = secretsOf.get(was.employeeId)!;
      const phone = secrets.phoneBefore ? readPhone(open(secrets.phoneBefore, intakePlace)).ok : undefined;
      return {
        ...was,
        ...("idNumberBefore" in secrets && queries.noIdNumber),
        ...("phoneBefore" in secrets &&
          (phone ? queries.sealedPhone(was.employeeId, phone) : queries.noPhone)),
      };
    }),
  );
}

export async function dropNumbers(tx: Tx, employeeIds: readonly number[]): Promise<void> {
  await tx.employeeIdentity.deleteMany({ where: { employeeId: { in: [...employeeIds] } } });
}

/** Raw, for Prisma writes many rows only to one value. */
async function putNumbers(
  tx: Tx,
  rows: readonly (Omit<EmployeeIdentity, "updatedAt"> & { updatedAt?: Date })[],
) {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO employee_identities AS kept (employee_id, id_number_sealed, id_number_hash, phone_sealed, phone_hash, phone_mask)
    SELECT r."employeeId", r."idNumberSealed", r."idNumberHash", r."phoneSealed", r."phoneHash", r."phoneMask"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("employeeId" int, "idNumberSealed" text, "idNumberHash" text, "phoneSealed" text, "phoneHash" text, "phoneMask" text)
    ON CONFLICT (employee_id) DO UPDATE SET updated_at = now(), id_number_sealed = excluded.id_number_sealed,
      id_number_hash = excluded.id_number_hash, phone_sealed = excluded.phone_sealed, phone_hash = excluded.phone_hash,
      phone_mask = excluded.phone_mask`;
}

function taken() {
  return new DatabaseRefusal("unique", "employee_identities_id_number_hash_key");
}

/**
 * Shows a whole number to somebody who has the right, says why, and showed a moment ago who they are. The event stands
 * before the number goes out.
 */
export async function revealIdentity(
  actor: Actor,
  input: unknown,
): Promise<Result<{ field: IdentityField; number: string }>> {
  if (!canReadIdentities(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(revealInput, input);
  if (!parsed.ok) return parsed;
  const { id, field, reason } = parsed.value;
  return runCommand(async (tx) => {
    const kept = await tx.employeeIdentity.findFirst({
      where: { employeeId: id, employee: identityReadableBy(actor) },
      select: { idNumberSealed: true, phoneSealed: true },
    });
    const sealed = field === "idNumber" ? kept?.idNumberSealed : kept?.phoneSealed;
    if (!sealed) return refuse({ code: "not_found" });
    const unconfirmed = await requireRecent(actor);
    if (unconfirmed) return refuse(unconfirmed);
    const after = { shown: field };
    await recordEvent(tx, actor, {
      event: "employees.identity_revealed",
      noun: "employees",
      nounId: id,
      after,
      reason,
    });
    return ok({ field, number: queries.openNumber(field, id, sealed) });
  });
}

/**
 * Seals the numbers of the next people after an id with the newest key, and hashes them anew; answers how many, and the last
 * id, null where none is left. One event for the batch.
 */
export async function resealNumbers(after: number, limit: number): Promise<Resealed> {
  const { id: key, prefix } = newestKey();
  return transaction(async (tx) => {
    // Raw: FOR UPDATE has no form in Prisma.
    const rows = await tx.$queryRaw<
      Pick<EmployeeIdentity, "employeeId" | "idNumberSealed" | "phoneSealed" | "phoneMask">[]
    >`
      SELECT employee_id AS "employeeId", id_number_sealed AS "idNumberSealed", phone_sealed AS "phoneSealed", phone_mask AS "phoneMask"
      FROM employee_identities
      WHERE employee_id > ${after} AND (NOT starts_with(id_number_sealed, ${prefix}) OR NOT starts_with(phone_sealed, ${prefix}))
      ORDER BY employee_id LIMIT ${limit} FOR UPDATE`;
    if (rows.length === 0) return { count: 0, last: null };
    const numbers = rows.map(({ employeeId, idNumberSealed, phoneSealed, phoneMask }) => ({
      employeeId,
      ...(idNumberSealed
        ? queries.sealedIdNumber(employeeId, queries.openNumber("idNumber", employeeId, idNumberSealed))
        : queries.noIdNumber),
      ...(phoneSealed
        ? queries.sealedPhone(employeeId, {
            number: queries.openNumber("phone", employeeId, phoneSealed),
            mask: phoneMask!,
          })
        : queries.noPhone),
    }));
    await putNumbers(tx, numbers);
    await recordEvent(tx, systemActor, {
      event: "employees.identities_resealed",
      noun: "employees",
      nounId: null,
      after: { count: rows.length, key },
    });
    return { count: rows.length, last: rows.at(-1)!.employeeId };
  });
}
