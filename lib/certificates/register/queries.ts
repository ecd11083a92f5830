import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { findPage } from "@/lib/db/paging";
import { mayBeOld } from "@/lib/db/replica";
import { inOrderOf, oneOf } from "@/lib/kernel/ids";
import type { Page } from "@/lib/kernel/page";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { escapeLike } from "@/lib/kernel/text";
import { getUnitPath } from "@/lib/organizations/queries";
import { visibleTo } from "../policy";
import { isToBeRecalled, readCode } from "../rules";
import type { CertificateFilter, CertificateKind, CertificateState } from "../schema";

export type CertificateRow = {
  id: number;
  awardId: number;
  kind: CertificateKind;
  number: string | null;
  holder: string;
  issuedOn: PartialDate | null;
  custody: string | null;
  state: CertificateState;
  toRecall: boolean;
  titleName: string;
  titleNameEn: string | null;
  awardYear: number;
  unitName: string;
};

/** A page of all certificates that the actor sees, counted to ten thousand. */
export const listCertificates = mayBeOld(readCertificates);

async function readCertificates(actor: Actor, filter: CertificateFilter): Promise<Page<CertificateRow>> {
  const where = await whereCertificates(actor, filter);
  const { ids, ...page } = await findPage(
    "certificates",
    (client, range) => client.certificate.findMany({ where, ...range, select: { id: true } }),
    orders[filter.sort](filter.direction),
    filter,
  );
  const shown = ids.map((id) => ({ id }));
  const rows = await asSystem(() => db.certificate.findMany({ where: oneOf(shown), select: rowSelect }));
  return { rows: inOrderOf(shown, rows).map(toRow), ...page };
}

async function whereCertificates(
  actor: Actor,
  { q, kind, state, unit }: CertificateFilter,
): Promise<Prisma.CertificateWhereInput> {
  const path = unit === undefined ? null : ((await getUnitPath(actor, unit)) ?? "none");
  const conditions: (Prisma.CertificateWhereInput | null)[] = [
    visibleTo(actor),
    kind ? { kind } : null,
    state && state !== "recall" ? { state } : null,
    state === "recall" ? { id: { in: await idsToRecall() } } : null,
    path === null ? null : { award: { units: { some: { organization: { path: { startsWith: path } } } } } },
    q ? matching(q) : null,
  ];
  return { AND: conditions.filter((condition) => condition !== null) };
}

/**
 * In hands though the honor was revoked. Raw, for each of the three ways has its index: the few awards that are revoked, the few
 * recipients and members that are struck, whose certificates are looked up one by one (OFFSET 0); as alternatives of one condition, or
 * joined, they would go through all certificates. Whoever asks gets no more than they see: the rows have their policies.
 */
async function idsToRecall(): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT c.id FROM awards a CROSS JOIN LATERAL (SELECT id FROM certificates WHERE award_id = a.id AND state = 'held' OFFSET 0) AS c WHERE a.state = 'revoked'
    UNION SELECT c.id FROM award_recipients r JOIN certificates c ON c.recipient_id = r.id WHERE r.struck_at IS NOT NULL AND c.state = 'held'
    UNION SELECT c.id FROM award_members m JOIN certificates c ON c.recipient_id = m.recipient_id AND c.member_position = m.position
      WHERE m.struck_at IS NOT NULL AND c.state = 'held'`;
  return rows.map(({ id }) => id);
}

/** By the certificate's number, what is printed as its holder, the honor, or the whole code. */
function matching(q: string): Prisma.CertificateWhereInput {
  const contains = escapeLike(q);
  const code = readCode(q);
  return {
    OR: [
      { number: { contains, mode: "insensitive" } },
      { holder: { contains } },
      { award: { titleName: { contains } } },
      { award: { ledgerNumber: { startsWith: contains } } },
      ...(code ? [{ code }] : []),
    ],
  };
}

type Direction = "asc" | "desc";
const orders: Record<
  CertificateFilter["sort"],
  (direction: Direction) => Prisma.CertificateOrderByWithRelationInput[]
> = {
  createdAt: (direction) => [{ id: direction }],
  issuedOn: (direction) => [{ issuedOn: { sort: direction, nulls: "last" } }, { id: direction }],
  number: (direction) => [{ number: { sort: direction, nulls: "last" } }, { id: direction }],
  holder: (direction) => [{ holder: direction }, { id: direction }],
};

const struck = { select: { struckAt: true } } as const;
const rowSelect = {
  ...{ id: true, awardId: true, kind: true, number: true, holder: true, issuedOn: true },
  ...{ custody: true, state: true, recipient: struck, member: struck },
  award: {
    select: {
      ...{ state: true, titleName: true, titleNameEn: true, awardYear: true },
      recordingUnit: { select: { name: true, shortName: true } },
    },
  },
} satisfies Prisma.CertificateSelect;

function toRow({
  award,
  recipient,
  member,
  ...row
}: Prisma.CertificateGetPayload<{ select: typeof rowSelect }>): CertificateRow {
  const { state, recordingUnit, ...honor } = award;
  return {
    ...{ ...row, ...honor },
    issuedOn: row.issuedOn as PartialDate | null,
    toRecall: isToBeRecalled({ state: row.state, award: { state }, recipient, member }),
    unitName: recordingUnit.shortName ?? recordingUnit.name,
  };
}
