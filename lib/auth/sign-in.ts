import { recordEvent } from "@/lib/audit/record";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { refuse, type Result } from "@/lib/kernel/result";
import { longestPassword } from "./password-rules";
import { isPassword } from "./passwords";
import { zSignIn } from "./schema";
import { endSessions, findActor, hashOf, openSession, type Ticket } from "./sessions";
import { countAttempt, forgiveAttempt } from "./throttle";

export type Visit = {
  address: string;
  userAgent: string;
  /** The session that the browser holds already. */ held: Ticket | null;
};

/**
 * Opens a session for a user name or work number with its password. Unknown, disabled and mistyped are one refusal, after
 * the same work.
 */
export async function signIn(input: unknown, visit: Visit, now: Date): Promise<Result<Ticket>> {
  const parsed = parseInput(zSignIn, input);
  if (!parsed.ok) return parsed;
  const { username, password } = parsed.value;
  const account = await findAccount(username);
  const attempt = {
    account: account ? `user:${account.id}` : `name:${hashOf(username.toLowerCase())}`,
    address: visit.address,
  };

  const seconds = await countAttempt(attempt);
  if (seconds !== null) {
    await recordFailure("auth.throttled", account?.id ?? null, visit, { username, seconds });
    return refuse({ code: "throttled", detail: { seconds, minutes: Math.ceil(seconds / 60) } });
  }

  const tooLong = password.length > longestPassword * 2;
  const right = await isPassword(tooLong ? "" : password, tooLong ? null : (account?.passwordHash ?? null));
  const ticket = right && account && isOpen(account) ? await enter(account, visit, now) : null;
  if (!ticket) {
    await recordFailure("auth.sign_in_failed", account?.id ?? null, visit, {
      username,
      cause: !account ? "unknown" : !right ? "password" : "closed",
    });
    return refuse({ code: "unauthenticated" });
  }
  await forgiveAttempt(attempt);
  return { ok: true, value: ticket };
}

/** Ends the session that a ticket names. */
export async function leave(ticket: Ticket, address: string, now: Date): Promise<void> {
  const actor = await findActor(ticket, address, now);
  if (!actor) return;
  await transaction(async (tx) => {
    const ended = await endSessions(tx, { userId: actor.userId, id: actor.sessionId }, "signed_out", now);
    if (ended.length > 0)
      await recordEvent(tx, actor, { event: "auth.signed_out", noun: "auth", nounId: actor.userId });
  });
}

const accountFields = {
  id: true,
  name: true,
  passwordHash: true,
  disabledAt: true,
  employee: { select: { status: true, mergedIntoId: true } },
} as const;
type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

// A user name goes before a work number; a work number counts only while it means one person at work.
async function findAccount(name: string) {
  const [byUsername, byWorkNumber] = await Promise.all([
    db.user.findUnique({ where: { username: name.toLowerCase() }, select: accountFields }),
    db.user.findMany({
      where: { employee: { workNumber: name, status: { in: ["active", "seconded"] }, mergedIntoId: null } },
      select: accountFields,
      take: 2,
    }),
  ]);
  return byUsername ?? (byWorkNumber.length === 1 ? byWorkNumber[0]! : null);
}

function isOpen({ disabledAt, employee }: Account): boolean {
  return (
    disabledAt === null &&
    (!employee || (["active", "seconded"].includes(employee.status) && employee.mergedIntoId === null))
  );
}

/** Null when the account was closed or its password changed while this one was being checked. */
function enter(account: Account, { held, address, userAgent }: Visit, now: Date): Promise<Ticket | null> {
  return transaction(async (tx) => {
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
    await recordEvent(tx, actor, {
      event: "auth.signed_in",
      noun: "auth",
      nounId: account.id,
      after: { userAgent: userAgent.slice(0, 300) },
    });
    return ticket;
  });
}

type Failure = { username: string } & Record<string, string | number>;

function recordFailure(
  event: "auth.sign_in_failed" | "auth.throttled",
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
