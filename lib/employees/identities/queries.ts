import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { keyedHash, keyedHashes, open, seal } from "@/lib/db/sealed";
import type { Tx } from "@/lib/db/transaction";
import { maskIdNumber, readWholeIdNumber } from "@/lib/kernel/id-number";
import { intakePlace, type IntakeRow } from "@/lib/kernel/intake";
import { type Phone, readPhone } from "@/lib/kernel/phone";
import { canReadIdentities, identityReadableBy } from "./policy";
import type { IdentityField, KeptNumbers, RowNumbers } from "./schema";

export type IdentityView = {
  /** **************002X and 138****5678; null where nothing is kept. */
  idNumber: string | null;
  phone: string | null;
  mayReveal: boolean;
};

/** Where the number of a person is sealed to. */
export const placeOf = (field: IdentityField, employeeId: number) =>
  `employees:${employeeId}:${field === "idNumber" ? "id_number" : "phone"}`;

const purposes = { idNumber: "id_number", phone: "phone" } as const;

/** Under every key that is named: what was kept before a change of keys is found, too. */
export function hashesOf(field: IdentityField, number: string): string[] {
  return keyedHashes(number, purposes[field]);
}

export function sealedIdNumber(employeeId: number, number: string) {
  return {
    idNumberSealed: seal(number, placeOf("idNumber", employeeId)),
    idNumberHash: keyedHash(number, purposes.idNumber),
  };
}

export function sealedPhone(employeeId: number, { number, mask }: Phone) {
  return {
    phoneSealed: seal(number, placeOf("phone", employeeId)),
    phoneHash: keyedHash(number, purposes.phone),
    phoneMask: mask,
  };
}

export const noIdNumber = { idNumberSealed: null, idNumberHash: null };
export const noPhone = { phoneSealed: null, phoneHash: null, phoneMask: null };

/** The numbers of a person as anybody sees them who sees the person. */
export async function getIdentity(actor: Actor, employeeId: number): Promise<IdentityView> {
  const [kept, readable] = await Promise.all([
    db.employeeIdentity.findFirst({
      where: { employeeId },
      select: { phoneMask: true, idNumberHash: true, employee: { select: { idNumberLast4: true } } },
    }),
    canReadIdentities(actor)
      ? db.employee.count({ where: { AND: [{ id: employeeId }, identityReadableBy(actor)] } })
      : 0,
  ]);
  const last4 = kept?.employee.idNumberLast4;
  return {
    idNumber: kept?.idNumberHash && last4 ? maskIdNumber(last4) : null,
    phone: kept?.phoneMask ?? null,
    mayReveal: readable > 0,
  };
}

/** Who holds these numbers, whether the actor sees them or not: ids by number. The function of the database looks past every scope. */
export async function holdersOf(tx: Tx, numbers: readonly string[]): Promise<Map<string, number>> {
  const byHash = new Map(
    numbers.flatMap((number) => hashesOf("idNumber", number).map((hash) => [hash, number])),
  );
  if (byHash.size === 0) return new Map();
  const rows = await tx.$queryRaw<{ employeeId: number; hash: string }[]>`
    SELECT employee_id AS "employeeId", hash FROM employee_of_id_number(${[...byHash.keys()]})`;
  return new Map(rows.map(({ employeeId, hash }) => [byHash.get(hash)!, employeeId]));
}

/** The whole numbers of a row that came in by a workbook. */
export function numbersOf({ secrets }: Pick<IntakeRow, "secrets">): RowNumbers {
  const text = (field: IdentityField) => {
    const sealed = secrets?.[field];
    return sealed ? open(sealed, intakePlace) : "";
  };
  const id = readWholeIdNumber(text("idNumber"));
  const phone = readPhone(text("phone")).ok ?? null;
  return {
    idNumber: "fault" in id ? null : id.number,
    phone,
    phoneHashes: phone ? hashesOf("phone", phone.number) : [],
  };
}

/** What is kept of these people, for a comparison. */
export async function keptNumbers(tx: Tx, employeeIds: readonly number[]): Promise<Map<number, KeptNumbers>> {
  const rows = await tx.employeeIdentity.findMany({
    where: { employeeId: { in: [...employeeIds] } },
    select: { employeeId: true, idNumberHash: true, phoneHash: true, phoneMask: true },
  });
  return new Map(rows.map(({ employeeId, ...kept }) => [employeeId, kept]));
}

/**
 * The person whose whole ID number or phone number the text is, for those who may look at such numbers, among the people
 * whose numbers they may see; null where it is another text. What was asked is put down nowhere.
 */
export function identityWhere(actor: Actor, text: string | undefined): Prisma.EmployeeWhereInput | null {
  if (!text || !canReadIdentities(actor)) return null;
  const id = readWholeIdNumber(text);
  const phone = readPhone(text).ok;
  const kept: Prisma.EmployeeIdentityWhereInput[] = [];
  if (!("fault" in id)) kept.push({ idNumberHash: { in: hashesOf("idNumber", id.number) } });
  // A work number may look like a landline: only a mobile one is sure to be a phone.
  if (phone && /^1\d{10}$/.test(phone.number))
    kept.push({ phoneHash: { in: hashesOf("phone", phone.number) } });
  if (kept.length === 0) return null;
  return { AND: [identityReadableBy(actor), { identity: { is: { OR: kept } } }] };
}

/** The number itself, for who has shown that they may see it. */
export function openNumber(field: IdentityField, employeeId: number, sealed: string): string {
  return open(sealed, placeOf(field, employeeId));
}
