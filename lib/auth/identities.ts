import { recordEvent } from "@/lib/audit/record";
import { runCommand } from "@/lib/db/command";
import { db } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { type Account, accountFields, admit, isOpen, recordFailure, type Visit } from "./admission";
import type { Actor } from "./roles";
import type { Ticket } from "./sessions";

/** Whom the enterprise's own sign-in vouches for. */
export type Identity = {
  issuer: string;
  subject: string;
  workNumber: string | null;
  /** It asked for more than a password. */ strong: boolean;
};

/** Why somebody whom the issuer knows does not get in: keys of the sign-in page's words. */
export const identityProblems = [
  "identityUnknown",
  "identityOther",
  "identityWeak",
  "identityClosed",
] as const;
type Problem = (typeof identityProblems)[number];

/**
 * Opens a session for somebody whom the issuer has recognised. The first time, the work number says whose account it is, and
 * issuer and subject are bound to it; from then on they alone count.
 */
export async function signInByIdentity(identity: Identity, visit: Visit, now: Date): Promise<Result<Ticket>> {
  const { issuer, subject } = identity;
  const bound = await db.userIdentity.findFirst({
    where: { issuer, subject },
    select: { id: true, user: { select: accountFields } },
  });
  const account = bound?.user ?? (await accountOf(identity));
  const problem = account ? await problemOf(account, identity, bound === null) : "identityUnknown";
  if (problem || !account) return refused(problem ?? "identityUnknown", account, identity, visit);
  const entered = await runCommand<Ticket>(async (tx) => {
    if (bound) await tx.userIdentity.update({ where: { id: bound.id }, data: { lastUsedAt: now } });
    else {
      await tx.userIdentity.create({
        data: { userId: account.id, issuer, subject, boundAt: now, lastUsedAt: now },
      });
      const whoever = {
        userId: account.id,
        sessionId: null,
        name: account.name,
        grants: [],
        address: visit.address,
      };
      const after = { issuer, subject, workNumber: identity.workNumber };
      await recordEvent(tx, whoever, {
        event: "users.identity_bound",
        noun: "users",
        nounId: account.id,
        after,
      });
    }
    const ticket = await admit(tx, account, visit, { factor: "identity" }, now);
    return ticket ? ok(ticket) : refuse({ code: "unauthenticated" });
  });
  if (entered.ok || entered.fault.code === "unavailable") return entered;
  // Two at once bound the same account, or it was closed meanwhile.
  return refused(
    entered.fault.code === "conflict" ? "identityOther" : "identityClosed",
    account,
    identity,
    visit,
  );
}

/** The actor's identities at the enterprise's own sign-in. */
export function listOwnIdentities(actor: Actor) {
  return db.userIdentity.findMany({
    where: { userId: actor.userId },
    select: { id: true, issuer: true, boundAt: true, lastUsedAt: true },
    orderBy: { id: "asc" },
  });
}

// As at sign-in, a work number counts only while it means one person at work.
async function accountOf({ workNumber }: Identity): Promise<Account | null> {
  if (!workNumber) return null;
  const people = await db.employee.findMany({
    where: { workNumber, status: { in: ["active", "seconded"] }, mergedIntoId: null },
    select: { user: { select: accountFields } },
    take: 2,
  });
  return people.length === 1 ? people[0]!.user : null;
}

async function problemOf(
  account: Account,
  { issuer, strong }: Identity,
  first: boolean,
): Promise<Problem | null> {
  if (!isOpen(account)) return "identityClosed";
  if (account.secondFactor && !strong) return "identityWeak";
  const other = first && (await db.userIdentity.count({ where: { userId: account.id, issuer } }));
  return other ? "identityOther" : null;
}

async function refused(problem: Problem, account: Account | null, identity: Identity, visit: Visit) {
  const username = identity.workNumber ?? identity.subject;
  await recordFailure("auth.sign_in_failed", account?.id ?? null, visit, { username, cause: problem });
  return refuse({ code: "unauthenticated", detail: { message: problem } });
}
