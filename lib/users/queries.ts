import { getHistory, type HistoryEntry } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { openAt } from "@/lib/auth/sign-in-policy";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { escapeLike } from "@/lib/kernel/text";
import { ofPeopleAtWork, rightsOver, visibleTo } from "./policy";
import { stateOf } from "./rules";
import { type KeptRole, keptRoles, type UserFilter, type UserState } from "./schema";

export type UserRow = ReturnType<typeof rowOf>;
export type UserView = NonNullable<Awaited<ReturnType<typeof getUser>>>;
export type SessionView = {
  id: number;
  address: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
};

const grants = {
  select: {
    id: true,
    role: true,
    grantedAt: true,
    organization: { select: { id: true, name: true } },
    grantedBy: { select: { name: true } },
  },
  orderBy: [{ role: "asc" }, { id: "asc" }],
} satisfies Prisma.User$rolesArgs;
const account = {
  id: true,
  username: true,
  name: true,
  disabledAt: true,
  mustChangePassword: true,
  lastSignInAt: true,
  createdAt: true,
  employee: {
    select: {
      id: true,
      name: true,
      workNumber: true,
      status: true,
      mergedIntoId: true,
      unit: { select: { name: true } },
    },
  },
  roles: grants,
} satisfies Prisma.UserSelect;

export async function listUsers(actor: Actor, filter: UserFilter): Promise<Page<UserRow>> {
  const where = {
    AND: [
      visibleTo(actor),
      matching(filter.q),
      filter.role ? { roles: { some: { role: filter.role } } } : {},
      inState(filter.state),
    ],
  } satisfies Prisma.UserWhereInput;
  const total = await db.user.count({ where });
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const rows = await db.user.findMany({
    where,
    select: account,
    orderBy: [sortOf(filter), { id: "asc" }],
    skip,
    take,
  });
  return { rows: rows.map(rowOf), total, page, size };
}

/** One account with its roles and open sessions. */
export async function getUser(actor: Actor, id: number, now: Date) {
  const user = await db.user.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      ...account,
      version: true,
      passwordChangedAt: true,
      secondFactor: { select: { enabledAt: true } },
      identities: { select: { issuer: true } },
    },
  });
  if (!user) return null;
  return {
    ...rowOf(user),
    version: user.version,
    passwordChangedAt: user.passwordChangedAt,
    createdAt: user.createdAt,
    sessions: await openSessions(id, now),
    factorSince: user.secondFactor?.enabledAt ?? null,
    identities: user.identities.map(({ issuer }) => issuer),
    isSelf: actor.userId === id,
    may: rightsOver(
      actor,
      id,
      user.roles.map(({ role }) => role),
    ),
  };
}

/** Where the actor is signed in; the first one is the session that asks. */
export async function listOwnSessions(actor: Actor, now: Date): Promise<SessionView[]> {
  const sessions = await openSessions(actor.userId, now);
  return sessions.toSorted((a, b) => Number(b.id === actor.sessionId) - Number(a.id === actor.sessionId));
}

/** What was done to an account and at its sign-ins, the latest first. Devices and counts are the audit page's. */
export async function listUserHistory(actor: Actor, id: number): Promise<HistoryEntry[]> {
  const seen = await db.user.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: { id: true } });
  if (!seen) return [];
  const events = (await Promise.all([getHistory("users", id), getHistory("auth", id)])).flat();
  const latest = events.toSorted((a, b) => Number(b.id) - Number(a.id)).slice(0, 40);
  return latest.map((event) => ({
    ...event,
    changes: event.changes.filter(({ field }) => historyFields.includes(field)),
  }));
}

const historyFields = ["username", "name", "employee", "role", "unit"];

/**
 * Whether somebody with the role could still sign in, were it not for `without`. Holds a lock to the end of the transaction:
 * two who remove each other come one after the other.
 */
export async function isHeldWithout(tx: Tx, role: KeptRole, without: number | null): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('users.administrators'))`;
  const holders = await tx.user.count({
    where: {
      AND: [
        { disabledAt: null, roles: { some: { role } } },
        ofPeopleAtWork,
        without === null ? {} : { id: { not: without } },
      ],
    },
  });
  return holders > 0;
}

/** Whether the account is the last that can sign in with a role that has to be held by somebody. */
export async function isLastHolder(tx: Tx, userId: number): Promise<boolean> {
  const grants = await tx.userRole.findMany({
    where: { userId, role: { in: [...keptRoles] } },
    select: { role: true },
  });
  for (const { role } of grants) if (!(await isHeldWithout(tx, role as KeptRole, userId))) return true;
  return false;
}

/** The account as its form has it, for who saved a page that was out of date. */
export async function findCurrent(tx: Tx, id: number) {
  const user = await tx.user.findFirst({
    where: { id },
    select: {
      username: true,
      name: true,
      employeeId: true,
      version: true,
      employee: { select: { name: true, workNumber: true } },
    },
  });
  if (!user) return null;
  const { employee, employeeId, ...values } = user;
  return {
    ...values,
    employeeId: employee && { id: employeeId, label: employee.name, hint: employee.workNumber ?? undefined },
  };
}

function rowOf({ roles, employee, ...user }: Prisma.UserGetPayload<{ select: typeof account }>) {
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    lastSignInAt: user.lastSignInAt,
    state: stateOf({ ...user, employee }),
    employee: employee && {
      id: employee.id,
      name: employee.name,
      workNumber: employee.workNumber,
      unitName: employee.unit?.name ?? null,
    },
    grants: roles.map((grant) => ({
      id: grant.id,
      role: grant.role,
      unit: grant.organization,
      grantedAt: grant.grantedAt,
      grantedBy: grant.grantedBy?.name ?? null,
    })),
  };
}

async function openSessions(userId: number, now: Date): Promise<SessionView[]> {
  return db.session.findMany({
    where: { AND: [{ userId }, await openAt(now)] },
    select: { id: true, address: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
}

function matching(q: string | undefined): Prisma.UserWhereInput {
  if (!q) return {};
  const text = { contains: escapeLike(q), mode: "insensitive" as const };
  return {
    OR: [
      { username: text },
      { name: text },
      { employee: { name: text } },
      { employee: { workNumber: { startsWith: escapeLike(q) } } },
    ],
  };
}

function inState(state: UserState | undefined): Prisma.UserWhereInput {
  switch (state) {
    case undefined:
      return {};
    case "disabled":
      return { disabledAt: { not: null } };
    case "left":
      return { AND: [{ disabledAt: null }, { NOT: ofPeopleAtWork }] };
    case "due":
      return { AND: [{ disabledAt: null, mustChangePassword: true }, ofPeopleAtWork] };
    case "open":
      return { AND: [{ disabledAt: null, mustChangePassword: false }, ofPeopleAtWork] };
  }
}

function sortOf({ sort, direction }: UserFilter): Prisma.UserOrderByWithRelationInput {
  return sort === "lastSignInAt"
    ? { lastSignInAt: { sort: direction, nulls: "last" } }
    : { [sort]: direction };
}
