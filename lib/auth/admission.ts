import { recordEvent } from "@/lib/audit/record";
import { transaction, type Tx } from "@/lib/db/transaction";
import { endSessions, hashOf, openSession, type Ticket } from "./sessions";

/** Whence somebody comes. */
export type Visit = {
  address: string;
  userAgent: string;
  /** The session that the browser holds already. */ held: Ticket | null;
};

/** What sign-in has to know of an account, by whichever door. */
export const accountFields = {
  id: true,
  name: true,
  passwordHash: true,
  disabledAt: true,
  employee: { select: { status: true, mergedIntoId: true } },
  secondFactor: { select: { userId: true } },
} as const;
export type Account = {
  id: number;
  name: string;
  passwordHash: string;
  disabledAt: Date | null;
  employee: { status: string; mergedIntoId: number | null } | null;
  secondFactor: { userId: number } | null;
};

export function isOpen({ disabledAt, employee }: Account): boolean {
  return (
    disabledAt === null &&
    (!employee || (["active", "seconded"].includes(employee.status) && employee.mergedIntoId === null))
  );
}

/** Opens a session. Null when the account was closed or its password changed while it was being checked. */
export async function admit(
  tx: Tx,
  account: Account,
  { held, address, userAgent }: Visit,
  how: Record<string, string>,
  now: Date,
): Promise<Ticket | null> {
  const entered = await tx.user.updateMany({
    where: { id: account.id, disabledAt: null, passwordHash: account.passwordHash },
    data: { lastSignInAt: now },
  });
  if (entered.count === 0) return null;
  if (held) await endSessions(tx, { userId: held.userId, tokenHash: hashOf(held.token) }, "replaced", now);
  const { sessionId, ticket } = await openSession(tx, account.id, { address, userAgent }, now);
  const grants = await tx.userRole.findMany({
    where: { userId: account.id },
    select: { role: true, organizationId: true },
  });
  const actor = {
    userId: account.id,
    sessionId,
    name: account.name,
    address,
    grants: grants.map((grant) => ({ ...grant, tree: null, path: null })),
  };
  const after = { userAgent: userAgent.slice(0, 300), ...how };
  await recordEvent(tx, actor, { event: "auth.signed_in", noun: "auth", nounId: account.id, after });
  if (how.factor === "recovery")
    await recordEvent(tx, actor, { event: "users.recovery_code_used", noun: "users", nounId: account.id });
  return ticket;
}

type Failure = { username: string } & Record<string, string | number>;

/** Somebody did not get in; nothing of what they typed as a secret is kept. */
export function recordFailure(
  event: "auth.sign_in_failed" | "auth.throttled" | "auth.code_asked",
  userId: number | null,
  { address, userAgent }: Visit,
  { username, ...values }: Failure,
) {
  const nobody = { userId: null, sessionId: null, name: "", grants: [], address };
  const after = {
    username: [...username].slice(0, 64).join(""),
    ...values,
    userAgent: userAgent.slice(0, 300),
  };
  return transaction((tx) => recordEvent(tx, nobody, { event, noun: "auth", nounId: userId, after }));
}
