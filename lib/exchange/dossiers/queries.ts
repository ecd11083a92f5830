import type { Tx } from "@/lib/db/transaction";
import { openNumber } from "@/lib/employees/identities/queries";
import { getPublicity } from "@/lib/employees/publicity/queries";
import { personalCertificates, personalTreatments } from "./holdings/queries";
import { personalEvents, personalSessions } from "./trail/queries";
import type { Dossier, DossierRow } from "./schema";

/**
 * All that the registry holds about a person. Whether it may be given has been decided; it is read as the system, for parts of
 * it lie beyond what anybody sees on the screens.
 */
export async function gatherDossier(tx: Tx, employeeId: number): Promise<Dossier> {
  const user = await tx.user.findFirst({ where: { employeeId }, select: { id: true } });
  const userId = user?.id ?? null;
  return {
    person: [await person(tx, employeeId)],
    assignments: await assignments(tx, employeeId),
    honors: await honors(tx, employeeId),
    certificates: await personalCertificates(tx, employeeId),
    treatments: await personalTreatments(tx, employeeId),
    requests: await requests(tx, employeeId),
    contributions: await contributions(tx, employeeId),
    memberships: await memberships(tx, employeeId),
    publicity: (await getPublicity(employeeId, tx)).map(({ scope, allowed, decided }) => ({
      ...{ scope, allowed },
      decidedAt: instant(decided?.at),
      decidedBy: decided?.by ?? null,
      bySelf: decided?.bySelf ?? null,
      note: decided?.note ?? null,
    })),
    ...(userId === null ? { account: [], roles: [], messages: [] } : await account(tx, userId)),
    sessions: userId === null ? [] : await personalSessions(tx, userId),
    imports: await imports(tx, employeeId),
    events: await personalEvents(tx, employeeId, userId),
  };
}

async function person(tx: Tx, id: number): Promise<DossierRow> {
  const named = { select: { name: true } } as const;
  const { employer, unit, unionUnit, identity, formerNames, workerTypes, createdAt, updatedAt, ...facts } =
    await tx.employee.findFirstOrThrow({
      where: { id },
      omit: {
        ...{ nameKey: true, initials: true, hiddenFromWall: true, version: true },
        ...{ employerId: true, unitId: true, unionUnitId: true },
      },
      include: { employer: named, unit: named, unionUnit: named, identity: true },
    });
  const number = (field: "idNumber" | "phone", sealed: string | null | undefined) =>
    sealed ? openNumber(field, id, sealed) : null;
  return {
    ...facts,
    idNumber: number("idNumber", identity?.idNumberSealed),
    phone: number("phone", identity?.phoneSealed),
    formerNames: formerNames.join("、"),
    workerTypes: workerTypes.join("、"),
    employer: employer?.name ?? null,
    unit: unit?.name ?? null,
    unionUnit: unionUnit?.name ?? null,
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
  };
}

async function assignments(tx: Tx, employeeId: number): Promise<DossierRow[]> {
  const rows = await tx.employeeAssignment.findMany({
    where: { employeeId },
    orderBy: { id: "asc" },
    select: {
      ...{ validFrom: true, validTo: true, post: true },
      unit: { select: { name: true } },
      unionUnit: { select: { name: true } },
    },
  });
  return rows.map(({ unit, unionUnit, ...row }) => ({
    ...row,
    unit: unit?.name ?? null,
    unionUnit: unionUnit?.name ?? null,
  }));
}

const awardFields = {
  select: {
    ...{
      ledgerNumber: true,
      titleName: true,
      levelCode: true,
      prizeLevelCode: true,
      rank: true,
      awardDate: true,
    },
    ...{ awardYear: true, state: true, reason: true, deeds: true, bonus: true },
    documents: { select: { document: { select: { number: true, title: true } } } },
  },
} as const;

async function honors(tx: Tx, employeeId: number): Promise<DossierRow[]> {
  const received = await tx.awardRecipient.findMany({
    where: { employeeId },
    orderBy: { awardId: "asc" },
    select: {
      ...{ position: true, role: true, share: true, bonus: true, name: true, unitName: true, post: true },
      ...{ struckAt: true, award: awardFields },
    },
  });
  const shared = await tx.awardMember.findMany({
    where: { employeeId },
    orderBy: { awardId: "asc" },
    select: {
      ...{ position: true, struckAt: true, award: awardFields },
      recipient: { select: { name: true } },
    },
  });
  const row = ({ documents, bonus, ...award }: (typeof received)[number]["award"]) => ({
    ...award,
    awardBonus: bonus?.toString() ?? null,
    documents: documents.map(({ document }) => document.number ?? document.title).join("、"),
  });
  return [
    ...received.map(({ award, share, bonus, unitName, struckAt, ...part }) => ({
      ...row(award),
      ...{ through: null, position: part.position, role: part.role, nameThen: part.name, unitThen: unitName },
      ...{ postThen: part.post, share: share?.toString() ?? null, bonus: bonus?.toString() ?? null },
      struckAt: instant(struckAt),
    })),
    ...shared.map(({ award, position, recipient, struckAt }) => ({
      ...row(award),
      ...{
        through: recipient.name,
        position,
        role: "member",
        nameThen: null,
        unitThen: null,
        postThen: null,
      },
      ...{ share: null, bonus: null, struckAt: instant(struckAt) },
    })),
  ];
}

async function requests(tx: Tx, employeeId: number): Promise<DossierRow[]> {
  const rows = await tx.awardRequest.findMany({
    where: { employeeId },
    orderBy: { id: "asc" },
    select: {
      ...{
        kind: true,
        state: true,
        titleText: true,
        grantedByText: true,
        awardDate: true,
        explanation: true,
      },
      ...{ answer: true, answeredAt: true, createdAt: true },
      award: { select: { titleName: true } },
      files: { select: { file: { select: { name: true } } } },
    },
  });
  return rows.map(({ award, files, answeredAt, createdAt, titleText, ...row }) => ({
    ...row,
    titleText: award?.titleName ?? titleText,
    files: files.map(({ file }) => file.name).join("、"),
    answeredAt: instant(answeredAt),
    createdAt: instant(createdAt),
  }));
}

async function contributions(tx: Tx, employeeId: number): Promise<DossierRow[]> {
  const rows = await tx.achievementContributor.findMany({
    where: { employeeId },
    orderBy: { achievementId: "asc" },
    select: { position: true, contribution: true, share: true, achievement: { select: { name: true } } },
  });
  return rows.map(({ achievement, position, contribution, share }) => ({
    ...{ achievement: achievement.name, position, contribution, share: share?.toString() ?? null },
  }));
}

async function memberships(tx: Tx, employeeId: number): Promise<DossierRow[]> {
  const select = { isLeader: true, validFrom: true, validTo: true } as const;
  const named = { select: { name: true } } as const;
  const where = { employeeId };
  const teams = await tx.teamMember.findMany({ where, select: { ...select, team: named } });
  const studios = await tx.studioMember.findMany({ where, select: { ...select, studio: named } });
  return [
    ...teams.map(({ team, ...row }) => ({ kind: "team", name: team.name, ...row })),
    ...studios.map(({ studio, ...row }) => ({ kind: "studio", name: studio.name, ...row })),
  ];
}

async function account(tx: Tx, id: number): Promise<Pick<Dossier, "account" | "roles" | "messages">> {
  const user = await tx.user.findFirstOrThrow({
    where: { id },
    select: {
      ...{ username: true, createdAt: true, lastSignInAt: true, passwordChangedAt: true, disabledAt: true },
      secondFactor: { select: { enabledAt: true } },
      identities: { select: { issuer: true, subject: true } },
      roles: { select: { role: true, grantedAt: true, organization: { select: { name: true } } } },
      messages: { select: { kind: true, data: true, createdAt: true, readAt: true }, orderBy: { id: "asc" } },
    },
  });
  return {
    account: [
      {
        username: user.username,
        createdAt: instant(user.createdAt),
        lastSignInAt: instant(user.lastSignInAt),
        passwordChangedAt: instant(user.passwordChangedAt),
        disabledAt: instant(user.disabledAt),
        factorEnabledAt: instant(user.secondFactor?.enabledAt),
        identities: user.identities.map(({ issuer, subject }) => `${issuer} ${subject}`).join("、"),
      },
    ],
    roles: user.roles.map(({ role, grantedAt, organization }) => ({
      ...{ role, unit: organization?.name ?? null, grantedAt: instant(grantedAt) },
    })),
    messages: user.messages.map(({ kind, data, createdAt, readAt }) => ({
      ...{ kind, data: JSON.stringify(data), createdAt: instant(createdAt), readAt: instant(readAt) },
    })),
  };
}

async function imports(tx: Tx, employeeId: number): Promise<DossierRow[]> {
  const rows = await tx.importRow.findMany({
    where: { appliedId: employeeId, batch: { kind: "employees" } },
    orderBy: { batchId: "asc" },
    select: {
      ...{ sheetRow: true, outcome: true },
      batch: { select: { appliedAt: true, file: { select: { name: true } } } },
    },
  });
  return rows.map(({ sheetRow, outcome, batch }) => ({
    ...{ file: batch.file.name, sheetRow, outcome, appliedAt: instant(batch.appliedAt) },
  }));
}

function instant(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
