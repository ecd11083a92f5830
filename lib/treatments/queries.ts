import type { Actor } from "@/lib/auth/roles";
import { visibleTo as visibleAwards } from "@/lib/awards/policy";
import { named, type Named } from "@/lib/awards/queries";
import { visibleTo as visibleCases } from "@/lib/awards/revocations/policy";
import type { RevocationState } from "@/lib/awards/revocations/schema";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { namePeople } from "@/lib/employees/queries";
import { inOrderOf, oneOf } from "@/lib/kernel/ids";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { canChange, canRegister, ownTreatments, readsTreatments, visibleTo } from "./policy";
import type { TreatmentEnd, TreatmentPeriod, TreatmentState } from "./schema";

/** Where a treatment ends and why, as the database derives it (the view treatment_ends). */
export type Ending = {
  reason: TreatmentEnd;
  /** The last day, as exactly as it is known; null where nobody knows it. */
  endsOn: PartialDate | null;
  /** The end came before anything was given. */
  neverGiven: boolean;
};
export type TreatmentView = {
  id: number;
  version: number;
  award: { id: number; titleName: string; titleNameEn: string | null; linked: boolean };
  /** `hint` tells namesakes apart where the actor may know it: the work number. */
  person: { id: number; name: string; unitName: string | null; workNumber: string | null; linked: boolean };
  kind: Named;
  /** Yuan as a decimal text; null for what is given in kind. */
  amount: string | null;
  period: TreatmentPeriod;
  validFrom: PartialDate;
  validTo: PartialDate | null;
  payer: string;
  basis: string | null;
  note: string | null;
  /** Stopped by hand. */
  stop: { from: PartialDate; reason: string; by: string } | null;
  state: TreatmentState;
  ending: Ending | null;
  canChange: boolean;
};
/** Somebody whom an award honors, for the form. */
export type Honored = { employeeId: number; name: string; unitName: string | null };
export type TreatmentsOfAward = {
  rows: TreatmentView[];
  /** Whom the actor may enter a treatment for; null where they may enter none. */
  people: Honored[] | null;
};

/** What an award brings its people, as far as the actor sees it; null where that is no business of theirs. */
export async function listTreatmentsOfAward(
  actor: Actor,
  awardId: number,
  today: string,
): Promise<TreatmentsOfAward | null> {
  if (!readsTreatments(actor)) return null;
  const award = await db.award.findFirst({
    where: { AND: [{ id: awardId }, visibleAwards(actor)] },
    select: { state: true, recordingUnit: { select: { path: true } } },
  });
  if (!award) return null;
  const { state, recordingUnit } = award;
  const may = canRegister(actor, { state, recordingUnitPath: recordingUnit.path });
  const [rows, people] = await Promise.all([
    listed(actor, { AND: [{ awardId }, visibleTo(actor)] }, today),
    may ? listHonored(db, awardId) : null,
  ]);
  return { rows, people };
}

/** A person's, as far as the actor sees them. */
export async function listTreatmentsOfEmployee(
  actor: Actor,
  employeeId: number,
  today: string,
): Promise<TreatmentView[] | null> {
  if (!readsTreatments(actor)) return null;
  return listed(actor, { AND: [{ employeeId }, visibleTo(actor)] }, today);
}

export async function listOwnTreatments(actor: Actor, today: string): Promise<TreatmentView[]> {
  return actor.employeeId === null ? [] : listed(actor, ownTreatments(actor), today);
}

export type TreatmentsOfCase = { rows: TreatmentView[]; state: RevocationState; effectiveOn: PartialDate };

/** Those that a revocation stops, or will stop once it is confirmed: of the whole award, of a recipient, or of a member. */
export async function listTreatmentsOfCase(
  actor: Actor,
  revocationId: number,
  today: string,
): Promise<TreatmentsOfCase | null> {
  if (!readsTreatments(actor)) return null;
  const found = await db.awardRevocation.findFirst({
    where: { AND: [{ id: revocationId }, visibleCases(actor)] },
    select: {
      ...{ awardId: true, state: true, effectiveOn: true },
      recipient: { select: { employeeId: true, members: { select: { employeeId: true } } } },
      member: { select: { employeeId: true } },
    },
  });
  if (!found) return null;
  const { awardId, recipient, member, state, effectiveOn } = found;
  const struck = member ? [member] : recipient && [recipient, ...recipient.members];
  const concerned = struck && { employeeId: { in: struck.flatMap(({ employeeId }) => employeeId ?? []) } };
  const rows = await listed(actor, { AND: [{ awardId }, visibleTo(actor), concerned ?? {}] }, today);
  return { rows, state, effectiveOn: effectiveOn as PartialDate };
}

export type TreatmentPage = { treatment: TreatmentView; people: Honored[] };

export async function getTreatment(actor: Actor, id: number, today: string): Promise<TreatmentPage | null> {
  if (!readsTreatments(actor)) return null;
  const [treatment] = await listed(actor, { AND: [{ id }, visibleTo(actor)] }, today);
  if (!treatment) return null;
  return { treatment, people: treatment.canChange ? await listHonored(db, treatment.award.id) : [] };
}

/** The kinds there are, in their order. */
export async function listTreatmentKinds(): Promise<Named[]> {
  const kinds = await db.treatmentKind.findMany({ orderBy: { sort: "asc" }, select: kindSelect });
  return kinds.map(named);
}

/** All people whom an award honors: who received it, and who stands behind a collective that did. Read as the system: the actor has the award. */
export async function listHonored(tx: Tx, awardId: number): Promise<Honored[]> {
  const order = { position: "asc" } as const;
  const recipients = await asSystem(() =>
    tx.awardRecipient.findMany({
      where: { awardId },
      orderBy: order,
      select: {
        ...{ employeeId: true, name: true, unitName: true },
        members: { orderBy: order, select: { employeeId: true, name: true, unitName: true } },
      },
    }),
  );
  const all = recipients.flatMap(({ members, ...recipient }) => [recipient, ...members]);
  const first = new Map<number, Honored>();
  for (const { employeeId, name, unitName } of all)
    if (employeeId !== null && !first.has(employeeId)) first.set(employeeId, { employeeId, name, unitName });
  return [...first.values()];
}

/** These treatments as screens show them, in this order. They were found within the actor's scope. */
export async function readTreatments(
  actor: Actor,
  ids: readonly number[],
  today: string,
): Promise<TreatmentView[]> {
  if (ids.length === 0) return [];
  const page = ids.map((id) => ({ id }));
  const [rows, endings] = await asSystem(() =>
    Promise.all([
      db.treatment.findMany({ where: oneOf(page), select: viewSelect }),
      readEndings(db, [...ids], today),
    ]),
  );
  const [people, awards] = await Promise.all([
    namePeople(
      db,
      actor,
      rows.map(({ employeeId }) => employeeId),
    ),
    db.award.findMany({
      where: { AND: [{ id: { in: rows.map(({ award }) => award.id) } }, visibleAwards(actor)] },
      select: { id: true },
    }),
  ]);
  const open = new Set(awards.map(({ id }) => id));
  return inOrderOf(page, rows).map(
    ({ award, recordingUnit, employeeId, kind, amount, stoppedFrom, stopReason, stoppedBy, ...row }) => {
      const { visible, name, unitName, workNumber } = people.get(employeeId)!;
      const { state, reason, endsOn, neverGiven } = endings.get(row.id)!;
      return {
        ...row,
        award: { ...award, linked: open.has(award.id) },
        person: { id: employeeId, name, unitName, workNumber, linked: visible && readsTreatments(actor) },
        kind: named(kind),
        amount: amount?.toFixed(2) ?? null,
        validFrom: row.validFrom as PartialDate,
        validTo: row.validTo as PartialDate | null,
        stop: stoppedFrom
          ? { from: stoppedFrom as PartialDate, reason: stopReason!, by: stoppedBy!.name }
          : null,
        state,
        ending: reason && { reason, endsOn, neverGiven },
        canChange: canChange(actor, recordingUnit.path),
      };
    },
  );
}

async function listed(
  actor: Actor,
  where: Prisma.TreatmentWhereInput,
  today: string,
): Promise<TreatmentView[]> {
  const found = await db.treatment.findMany({
    where,
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
    take: 500,
    select: { id: true },
  });
  return readTreatments(
    actor,
    found.map(({ id }) => id),
    today,
  );
}

type Derived = { id: number; state: TreatmentState; reason: TreatmentEnd | null } & Pick<
  Ending,
  "endsOn" | "neverGiven"
>;

/** Raw: the end of a treatment is kept nowhere, and Prisma has no word for the view that derives it. */
export async function readEndings(tx: Tx, ids: number[], today: string): Promise<Map<number, Derived>> {
  const rows = await tx.$queryRaw<Derived[]>`
    SELECT e.id, e.reason, e.ends_on AS "endsOn", treatment_state(t.valid_from, e.last_day, ${today}) AS state,
      coalesce(e.last_day < partial_date_first(t.valid_from), false) AS "neverGiven"
    FROM treatment_ends e JOIN treatments t ON t.id = e.id WHERE e.id = ANY (${ids})`;
  return new Map(rows.map((row) => [row.id, row]));
}

const kindSelect = { code: true, nameZh: true, nameEn: true } as const;
const viewSelect = {
  ...{
    id: true,
    version: true,
    employeeId: true,
    amount: true,
    period: true,
    validFrom: true,
    validTo: true,
  },
  ...{ payer: true, basis: true, note: true, stoppedFrom: true, stopReason: true },
  kind: { select: kindSelect },
  stoppedBy: { select: { name: true } },
  recordingUnit: { select: { path: true } },
  award: { select: { id: true, titleName: true, titleNameEn: true } },
} satisfies Prisma.TreatmentSelect;
