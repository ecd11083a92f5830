import { recordEvent } from "@/lib/audit/record";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { refuse, type Result } from "@/lib/kernel/result";
import { longestPassword } from "./password-rules";
import { isPassword } from "./passwords";
import { zSignIn } from "./schema";
import { type Account, admit, isOpen, recordFailure, type Visit } from "./admission";
import { endSessions, findActor, hashOf, type Ticket } from "./sessions";
import { takeCode } from "./second-factor";
import { countAttempt, forgiveAttempt, uncountAttempt } from "./throttle";

/**
 * Opens a session for a user name or work number with its password. Unknown, disabled and mistyped are one refusal, after
 * the same work.
 */
export async function signIn(input: unknown, visit: Visit, now: Date): Promise<Result<Ticket>> {
  const parsed = parseInput(zSignIn, input);
  if (!parsed.ok) return parsed;
  const { username, password, code } = parsed.value;
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
  if (!right || !account || !isOpen(account)) {
    const cause = !account ? "unknown" : !right ? "password" : "closed";
    await recordFailure("auth.sign_in_failed", account?.id ?? null, visit, { username, cause });
    return refuse({ code: "unauthenticated" });
  }
  if (account.secondFactor && code.trim() === "") {
    await uncountAttempt(attempt);
    await recordFailure("auth.code_asked", account.id, visit, { username });
    return refuse({ code: "unauthenticated", detail: { message: "codeRequired" } });
  }
  const ticket = await enter(account, code, visit, now);
  if (!ticket) {
    const cause = account.secondFactor ? "code" : "closed";
    await recordFailure("auth.sign_in_failed", account.id, visit, { username, cause });
    return refuse({
      code: "unauthenticated",
      ...(account.secondFactor && { detail: { message: "codeWrong" } }),
    });
  }
  await forgiveAttempt(attempt);
  return { ok: true, value: ticket };
}

/** Ends the session that a ticket names. */
export async function leave(ticket: Ticket, address: string, now: Date): Promise<void> {
  const actor = await findActor(ticket, address, now);
  if (!actor) return;
  // Whoever leaves has not come in as somebody: the action is open to everyone.
  await asSystem(() =>
    transaction(async (tx) => {
      const ended = await endSessions(tx, { userId: actor.userId, id: actor.sessionId }, "signed_out", now);
      if (ended.length > 0)
        await recordEvent(tx, actor, { event: "auth.signed_out", noun: "auth", nounId: actor.userId });
    }),
  );
}

type Found = Omit<Account, "employee" | "secondFactor"> & {
  byUsername: boolean;
  status: string | null;
  mergedIntoId: number | null;
  hasFactor: boolean;
};

// A user name goes before a work number; a work number counts only while it means one person at work.
// Raw SQL: Prisma asks once more for each relation that is there, and who has an account must not show in the time.
async function findAccount(name: string): Promise<Account | null> {
  const columns = Prisma.sql`u.id, u.name, u.password_hash AS "passwordHash", u.disabled_at AS "disabledAt", e.status::text AS status,
    e.merged_into_id AS "mergedIntoId", f.user_id IS NOT NULL AS "hasFactor"`;
  const rows = await db.$queryRaw<Found[]>`
    (SELECT true AS "byUsername", ${columns} FROM users u
      LEFT JOIN employees e ON e.id = u.employee_id LEFT JOIN second_factors f ON f.user_id = u.id
      WHERE u.username = ${name.toLowerCase()})
    UNION ALL
    (SELECT false, ${columns} FROM employees e JOIN users u ON u.employee_id = e.id LEFT JOIN second_factors f ON f.user_id = u.id
      WHERE e.work_number = ${name} AND e.status IN ('active', 'seconded') AND e.merged_into_id IS NULL LIMIT 2)`;
  const byNumber = rows.filter((row) => !row.byUsername);
  const found = rows.find((row) => row.byUsername) ?? (byNumber.length === 1 ? byNumber[0] : undefined);
  if (!found) return null;
  const { status, mergedIntoId, hasFactor, byUsername: _, ...account } = found;
  return {
    ...account,
    employee: status === null ? null : { status, mergedIntoId },
    secondFactor: hasFactor ? { userId: account.id } : null,
  };
}

/** Null when the second factor was wrong, or the account was closed or its password changed meanwhile. */
function enter(account: Account, code: string, visit: Visit, now: Date): Promise<Ticket | null> {
  return transaction(async (tx) => {
    const factor = account.secondFactor && (await takeCode(tx, account.id, code, now));
    if (account.secondFactor && !factor) return null;
    return admit(tx, account, visit, factor ? { factor } : {}, now);
  });
}
