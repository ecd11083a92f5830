import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { escapeLike } from "@/lib/kernel/text";
import { canIssueActivations, visibleTo } from "./policy";
import { stateOfActivation } from "./rules";
import type { ActivationFilter, ActivationState } from "./schema";

export type ActivationRow = {
  id: number;
  state: ActivationState;
  name: string;
  workNumber: string | null;
  unitName: string | null;
  issuedBy: string;
  issuedAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
};

/** Slips handed out, the latest first; never their codes. */
export async function listActivations(
  actor: Actor,
  filter: ActivationFilter,
  now: Date,
): Promise<Page<ActivationRow>> {
  const where = {
    AND: [
      canIssueActivations(actor) ? visibleTo(actor) : { id: { in: [] } },
      matching(filter.q),
      inState(filter.state, now),
    ],
  } satisfies Prisma.ActivationWhereInput;
  const total = await db.activation.count({ where });
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const rows = await db.activation.findMany({
    where,
    select: {
      id: true,
      issuedAt: true,
      expiresAt: true,
      usedAt: true,
      cancelledAt: true,
      issuedBy: { select: { name: true } },
      employee: { select: { name: true, workNumber: true, unionUnit: { select: { name: true } } } },
    },
    orderBy: [{ issuedAt: filter.direction }, { id: filter.direction }],
    skip,
    take,
  });
  return {
    rows: rows.map(({ employee, issuedBy, cancelledAt, ...row }) => ({
      ...row,
      state: stateOfActivation({ ...row, cancelledAt }, now),
      name: employee.name,
      workNumber: employee.workNumber,
      unitName: employee.unionUnit?.name ?? null,
      issuedBy: issuedBy.name,
    })),
    total,
    page,
    size,
  };
}

function matching(q: string | undefined): Prisma.ActivationWhereInput {
  if (!q) return {};
  const text = escapeLike(q);
  return { employee: { OR: [{ name: { contains: text } }, { workNumber: { startsWith: text } }] } };
}

function inState(state: ActivationState | undefined, now: Date): Prisma.ActivationWhereInput {
  const open = { usedAt: null, cancelledAt: null };
  switch (state) {
    case undefined:
      return {};
    case "used":
      return { usedAt: { not: null } };
    case "cancelled":
      return { cancelledAt: { not: null } };
    case "expired":
      return { ...open, expiresAt: { lte: now } };
    case "open":
      return { ...open, expiresAt: { gt: now } };
  }
}
