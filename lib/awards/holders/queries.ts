import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { awardsOfEmployee, ownAwards, visibleTo } from "../policy";
import { named, rowFields, type Named, type StoredRow } from "../queries";
import { conferredStates, type Place } from "../rules";
import type { AwardState, SubjectKind } from "../schema";

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
  const subject = {
    team: { teamId: subjectId },
    studio: { studioId: subjectId },
    organization: { organizationId: subjectId },
    achievement: { achievementId: subjectId },
  }[kind];
  const awards = await db.award.findMany({
    where: {
      AND: [visibleTo(actor), { state: { in: [...conferredStates] } }, { recipients: { some: subject } }],
    },
    orderBy: newestFirst,
    select: { ...rowFields, recipients: { where: subject, select: { position: true } } },
  });
  return awards.map((award) =>
    toHonor(award, {
      place:
        award._count.recipients > 1
          ? { position: award.recipients[0]!.position, total: award._count.recipients, role: null }
          : null,
    }),
  );
}

async function honorsOfEmployee(employeeId: number, visible: Prisma.AwardWhereInput): Promise<Honor[]> {
  const awards = await db.award.findMany({
    where: { AND: [visible, { state: { in: [...conferredStates] } }, awardsOfEmployee(employeeId)] },
    orderBy: newestFirst,
    select: {
      ...rowFields,
      title: { select: { countsForMembers: true } },
      recipients: { where: { employeeId }, select: { position: true, role: true } },
      members: {
        where: { employeeId },
        select: {
          position: true,
          recipient: { select: { name: true, subjectKind: true, _count: { select: { members: true } } } },
        },
      },
    },
  });
  return awards.flatMap((award) => {
    const total = award._count.recipients;
    const direct = award.recipients.map(({ position, role }) =>
      toHonor(award, { place: total > 1 ? { position, total, role } : null }),
    );
    const behind = award.members.map(({ position, recipient }) =>
      toHonor(award, {
        place: {
          position,
          total: recipient._count.members,
          role: recipient.subjectKind === "achievement" ? null : "member",
        },
        through: { kind: recipient.subjectKind, name: recipient.name },
        personal: award.title.countsForMembers,
      }),
    );
    return [...direct, ...behind];
  });
}

const newestFirst = [{ firstDay: "desc" }, { id: "desc" }] satisfies Prisma.AwardOrderByWithRelationInput[];

function toHonor(
  award: Omit<StoredRow, "recipients">,
  { place = null, through = null, personal = true }: Partial<Pick<Honor, "place" | "through" | "personal">>,
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
    ...{ titleName, titleNameEn, rank, state, ledgerNumber, place, through, personal },
    prizeLevel: prizeLevel && named(prizeLevel),
    levelName: named(level),
    awardDate: awardDate as PartialDate,
    year: awardYear,
    documentNumber: documents[0]?.document.number ?? null,
  };
}
