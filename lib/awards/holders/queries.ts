import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { ownAwards, visibleTo } from "../policy";
import { named, rowFields, type Named, type StoredRow } from "../queries";
import { conferredStates, type Place } from "../rules";
import { subjectFields, type AwardState, type RecipientRole, type SubjectKind } from "../schema";

/** An honor as it stands on the page of who holds it. */
export type Honor = {
  awardId: number;
  titleName: string;
  titleNameEn: string | null;
  prizeLevel: Named | null;
  rank: number | null;
  levelName: Named;
  awardDate: PartialDate;
  year: number;
  /** Null where nobody else shares it. */
  place: Place | null;
  /** The team, studio or achievement through which it came. */
  through: { kind: SubjectKind; name: string } | null;
  /** Whether it counts as the person's own. */
  personal: boolean;
  /** Whether this part in it was struck while the award stands. */
  struck: boolean;
  state: AwardState;
  ledgerNumber: string | null;
  documentNumber: string | null;
};

export async function listHonorsOfEmployee(actor: Actor, employeeId: number): Promise<Honor[]> {
  const own = actor.employeeId === employeeId ? [ownAwards(actor)] : [];
  return honorsOfEmployee(employeeId, { OR: [visibleTo(actor), ...own] });
}

export async function listOwnHonors(actor: Actor): Promise<Honor[]> {
  return actor.employeeId === null ? [] : honorsOfEmployee(actor.employeeId, ownAwards(actor));
}

export async function getOwnHonor(actor: Actor, awardId: number): Promise<Honor | null> {
  if (actor.employeeId === null) return null;
  const [honor] = await honorsOfEmployee(actor.employeeId, { AND: [{ id: awardId }, ownAwards(actor)] });
  return honor ?? null;
}

export async function listHonorsOfSubject(
  actor: Actor,
  kind: Exclude<SubjectKind, "employee">,
  subjectId: number,
): Promise<Honor[]> {
  const found = await db.awardRecipient.findMany({
    where: { [subjectFields[kind]]: subjectId },
    select: { awardId: true, position: true, struckAt: true },
  });
  const parts = new Map(found.map((part) => [part.awardId, part]));
  const awards = await db.award.findMany({
    where: { AND: [{ id: { in: [...parts.keys()] } }, visibleTo(actor), conferred] },
    orderBy: newestFirst,
    select: rowFields,
  });
  return awards.map((award) =>
    toHonor(award, {
      place: placeOf(parts.get(award.id)!.position, award.recipients.length, null),
      struck: parts.get(award.id)!.struckAt !== null,
    }),
  );
}

/** Starts from the person: their few awards are found by index, however many the ledger holds. */
async function honorsOfEmployee(employeeId: number, visible: Prisma.AwardWhereInput): Promise<Honor[]> {
  const [received, shared] = await Promise.all([
    db.awardRecipient.findMany({
      where: { employeeId },
      select: { awardId: true, position: true, role: true, struckAt: true },
    }),
    db.awardMember.findMany({
      where: { employeeId },
      select: {
        ...{ awardId: true, position: true, struckAt: true },
        recipient: {
          select: { name: true, subjectKind: true, struckAt: true, members: { select: { position: true } } },
        },
      },
    }),
  ]);
  const awards = await db.award.findMany({
    where: {
      AND: [{ id: { in: [...received, ...shared].map(({ awardId }) => awardId) } }, visible, conferred],
    },
    orderBy: newestFirst,
    select: { ...rowFields, title: { select: { countsForMembers: true } } },
  });
  return awards.flatMap((award) => [
    ...received
      .filter(({ awardId }) => awardId === award.id)
      .map(({ position, role, struckAt }) =>
        toHonor(award, {
          place: placeOf(position, award.recipients.length, role),
          struck: struckAt !== null,
        }),
      ),
    ...shared
      .filter(({ awardId }) => awardId === award.id)
      .map(({ position, struckAt, recipient: { name, subjectKind: kind, members, struckAt: whole } }) =>
        toHonor(award, {
          place: { position, total: members.length, role: kind === "achievement" ? null : "member" },
          through: { kind, name },
          personal: award.title.countsForMembers,
          struck: struckAt !== null || whole !== null,
        }),
      ),
  ]);
}

function placeOf(position: number, total: number, role: RecipientRole | null): Place | null {
  return total > 1 ? { position, total, role } : null;
}

const conferred = { state: { in: [...conferredStates] } } satisfies Prisma.AwardWhereInput;
const newestFirst = [{ firstDay: "desc" }, { id: "desc" }] satisfies Prisma.AwardOrderByWithRelationInput[];

function toHonor(
  award: Omit<StoredRow, "recipients" | "members">,
  {
    place = null,
    through = null,
    personal = true,
    struck = false,
  }: Partial<Pick<Honor, "place" | "through" | "personal" | "struck">>,
): Honor {
  const {
    id,
    titleName,
    titleNameEn,
    rank,
    level,
    prizeLevel,
    awardDate,
    awardYear,
    state,
    ledgerNumber,
    documents,
  } = award;
  return {
    awardId: id,
    ...{ titleName, titleNameEn, rank, state, ledgerNumber, place, through, personal, struck },
    prizeLevel: prizeLevel && named(prizeLevel),
    levelName: named(level),
    awardDate: awardDate as PartialDate,
    year: awardYear,
    documentNumber: documents[0]?.document.number ?? null,
  };
}
