import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { pageWindow, type Page } from "@/lib/kernel/page";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { escapeLike, nameKey } from "@/lib/kernel/text";
import { getUnitPath } from "@/lib/organizations/queries";
import { visibleTo as visibleAwards } from "../policy";
import { answerableBy, ownRequests, readsRequests, visibleTo } from "./policy";
import type { RequestFilter, RequestKind, RequestState } from "./schema";

/** The title that a request is about: the award's, or what the person wrote. */
export type RequestSubject = { titleName: string; titleNameEn: string | null };
export type RequestRow = RequestSubject & {
  id: number;
  kind: RequestKind;
  state: RequestState;
  explanation: string;
  createdAt: Date;
  employee: { id: number; name: string; unitName: string | null };
  answeredBy: string | null;
  answeredAt: Date | null;
};
export type RequestFile = { id: number; name: string; size: number; mediaType: string };
/** A request as the person sees it who made it. */
export type OwnRequest = RequestSubject & {
  id: number;
  kind: RequestKind;
  awardId: number | null;
  state: RequestState;
  explanation: string;
  answer: string | null;
  answeredAt: Date | null;
  createdAt: Date;
  version: number;
  files: RequestFile[];
};
export type RequestView = Omit<OwnRequest, "awardId"> & {
  employee: {
    id: number;
    name: string;
    workNumber: string | null;
    post: string | null;
    unitName: string | null;
    unionUnitName: string | null;
  };
  grantedByText: string | null;
  awardDate: PartialDate | null;
  answeredBy: string | null;
  /** The award concerned, and the one that came of it, as far as the actor may open them. */
  award: AwardRef | null;
  result: AwardRef | null;
  canAnswer: boolean;
  isOwn: boolean;
};
export type AwardRef = RequestSubject & { id: number; ledgerNumber: string | null };

export async function listOwnRequests(actor: Actor): Promise<OwnRequest[]> {
  if (actor.employeeId === null) return [];
  const rows = await db.awardRequest.findMany({
    where: ownRequests(actor),
    orderBy: { id: "desc" },
    take: 100,
    select: ownSelect,
  });
  return rows.map(({ award, titleText, files, ...row }) => ({
    ...row,
    ...subjectOf(award, titleText),
    files: files.map(({ file }) => file),
  }));
}

export async function listRequests(actor: Actor, filter: RequestFilter): Promise<Page<RequestRow>> {
  const where = await whereRequests(actor, filter);
  const total = await db.awardRequest.count({ where });
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const rows = await db.awardRequest.findMany({
    where,
    orderBy: orders[filter.sort](filter.direction),
    skip,
    take,
    select: rowSelect,
  });
  return { rows: rows.map(toRow), total, page, size };
}

/** Requests that wait for an answer of the actor, the longest waiting first. */
export async function openRequests(actor: Actor, limit = 10): Promise<{ total: number; rows: RequestRow[] }> {
  if (!readsRequests(actor)) return { total: 0, rows: [] };
  const where: Prisma.AwardRequestWhereInput = { AND: [answerableBy(actor), { state: "open" }] };
  const [total, rows] = await Promise.all([
    db.awardRequest.count({ where }),
    db.awardRequest.findMany({ where, orderBy: { id: "asc" }, take: limit, select: rowSelect }),
  ]);
  return { total, rows: rows.map(toRow) };
}

export async function getRequest(actor: Actor, id: number): Promise<RequestView | null> {
  if (!readsRequests(actor)) return null;
  const request = await db.awardRequest.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: viewSelect,
  });
  if (!request) return null;
  const { award, awardId: _about, resultAward, titleText, files, employee, answeredBy, ...facts } = request;
  const ids = [award?.id ?? 0, resultAward?.id ?? 0];
  const seen = await db.award.findMany({
    where: { AND: [{ id: { in: ids } }, visibleAwards(actor)] },
    select: awardRef,
  });
  const ref = (id: number | undefined): AwardRef | null => seen.find((one) => one.id === id) ?? null;
  const { unit, unionUnit, ...person } = employee;
  return {
    ...facts,
    ...subjectOf(award, titleText),
    awardDate: facts.awardDate as PartialDate | null,
    employee: { ...person, unitName: unit?.name ?? null, unionUnitName: unionUnit?.name ?? null },
    files: files.map(({ file }) => file),
    answeredBy: answeredBy?.name ?? null,
    award: ref(award?.id),
    result: ref(resultAward?.id),
    canAnswer: facts.state === "open" && employee.id !== actor.employeeId,
    isOwn: employee.id === actor.employeeId,
  };
}

/** A request's file, for the person who sent it and for the union that answers. */
export async function getRequestFile(
  actor: Actor,
  requestId: number,
  fileId: number,
): Promise<{ sha256: string; name: string; mediaType: string } | null> {
  const found = await db.awardRequestFile.findFirst({
    where: { requestId, fileId, request: { OR: [ownRequests(actor), visibleTo(actor)] } },
    select: { file: { select: { sha256: true, name: true, mediaType: true } } },
  });
  return found && found.file;
}

async function whereRequests(
  actor: Actor,
  { q, kind, state, unit }: RequestFilter,
): Promise<Prisma.AwardRequestWhereInput> {
  const under =
    unit === undefined ? null : { path: { startsWith: (await getUnitPath(actor, unit)) ?? "none" } };
  const contains = escapeLike(q ?? "");
  const matching: Prisma.AwardRequestWhereInput = {
    OR: [
      { employee: { nameKey: { contains: escapeLike(nameKey(q ?? "")) } } },
      { employee: { workNumber: { startsWith: contains } } },
      { employee: { initials: { startsWith: contains.toLowerCase() } } },
      { titleText: { contains } },
      { award: { titleName: { contains } } },
    ],
  };
  return {
    AND: [
      visibleTo(actor),
      kind ? { kind } : {},
      state ? { state } : {},
      under ? { employee: { OR: [{ unionUnit: under }, { unit: under }] } } : {},
      q ? matching : {},
    ],
  };
}

type Direction = "asc" | "desc";
const orders: Record<
  RequestFilter["sort"],
  (direction: Direction) => Prisma.AwardRequestOrderByWithRelationInput[]
> = {
  createdAt: (direction) => [{ id: direction }],
  employee: (direction) => [{ employee: { pinyin: direction } }, { id: direction }],
};

const named = { select: { name: true } } as const;
const title = { select: { titleName: true, titleNameEn: true } } as const;
const files = {
  orderBy: { position: "asc" },
  select: { file: { select: { id: true, name: true, size: true, mediaType: true } } },
} satisfies Prisma.AwardRequest$filesArgs;
const awardRef = { id: true, ledgerNumber: true, titleName: true, titleNameEn: true } as const;
const ownSelect = {
  ...{ id: true, kind: true, state: true, awardId: true, titleText: true, explanation: true },
  ...{ answer: true, answeredAt: true, createdAt: true, version: true },
  award: title,
  files,
} satisfies Prisma.AwardRequestSelect;
const rowSelect = {
  ...{ id: true, kind: true, state: true, titleText: true, explanation: true },
  ...{ answeredAt: true, createdAt: true },
  award: title,
  employee: { select: { id: true, name: true, unit: named, unionUnit: named } },
  answeredBy: named,
} satisfies Prisma.AwardRequestSelect;
const viewSelect = {
  ...ownSelect,
  ...{ grantedByText: true, awardDate: true },
  award: { select: awardRef },
  resultAward: { select: { id: true } },
  employee: { select: { id: true, name: true, workNumber: true, post: true, unit: named, unionUnit: named } },
  answeredBy: named,
} satisfies Prisma.AwardRequestSelect;

function subjectOf(award: RequestSubject | null, titleText: string | null): RequestSubject {
  return { titleName: award?.titleName ?? titleText ?? "", titleNameEn: award?.titleNameEn ?? null };
}

function toRow({
  award,
  titleText,
  employee,
  answeredBy,
  ...row
}: Prisma.AwardRequestGetPayload<{ select: typeof rowSelect }>): RequestRow {
  const { unit, unionUnit, ...person } = employee;
  return {
    ...row,
    ...subjectOf(award, titleText),
    employee: { ...person, unitName: unit?.name ?? unionUnit?.name ?? null },
    answeredBy: answeredBy?.name ?? null,
  };
}
