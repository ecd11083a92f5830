import { createHash, randomBytes } from "node:crypto";
import { asSystem } from "@/lib/db/acting";
import { ask, db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { grantsOfUser } from "./grants";
import type { Actor, Grant } from "./roles";
import { expiryOf, isSeenDue } from "./rules";
import { readSignInPolicy } from "./sign-in-policy";
import { placeOfWrites } from "./written";

/** What the sign-in cookie holds. The token's hash names a row of `sessions`; the token itself is stored nowhere. */
export type Ticket = { userId: number; token: string };

export type EndReason =
  | "signed_out"
  | "replaced"
  | "password_changed"
  | "password_reset"
  | "factor_changed"
  | "factor_reset"
  | "disabled"
  | "ended_by_user"
  | "ended_by_administrator";

type Visitor = { address: string; userAgent: string };
type Found = {
  sessionId: number;
  userId: number;
  lastSeenAt: Date;
  username: string;
  name: string;
  employeeId: number | null;
  mustChangePassword: boolean;
  hasFactor: boolean;
  factorDue: boolean;
  grants: Grant[];
  writtenUpTo?: bigint | null;
};

/** 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The actor behind a ticket as the database knows them at this moment; null where access has ended in whatever way. */
export async function findActor(
  { userId, token }: Ticket,
  address: string,
  now: Date,
): Promise<Actor | null> {
  return asSystem(async () => {
    const found = await findSession(userId, hashOf(token), now);
    if (!found) return null;
    const { lastSeenAt, ...actor } = found;
    if (isSeenDue(lastSeenAt, now))
      await db.session.updateMany({
        where: { id: found.sessionId, lastSeenAt, endedAt: null },
        data: { lastSeenAt: now },
      });
    return { ...actor, address };
  });
}

/** Opens a session; the caller keeps the ticket, we keep its hash. */
export async function openSession(tx: Tx, userId: number, { address, userAgent }: Visitor, now: Date) {
  const token = newToken();
  const { sessionHours } = await readSignInPolicy(tx);
  const { id } = await tx.session.create({
    data: {
      userId,
      tokenHash: hashOf(token),
      address,
      userAgent: userAgent.slice(0, 300),
      createdAt: now,
      lastSeenAt: now,
      verifiedAt: now,
      expiresAt: expiryOf(now, sessionHours),
    },
  });
  return { sessionId: id, ticket: { userId, token } satisfies Ticket };
}

/**
 * Gives a session a new token, after its owner gave the password: copies of the old cookie are dead, the person goes on.
 * Null where it has ended meanwhile. It lives no longer for it.
 */
export async function renewSession(
  tx: Tx,
  actor: Pick<Actor, "userId" | "sessionId">,
  now: Date,
): Promise<Ticket | null> {
  const token = newToken();
  const renewed = await tx.session.updateMany({
    where: { id: actor.sessionId, userId: actor.userId, endedAt: null },
    data: { tokenHash: hashOf(token), lastSeenAt: now, verifiedAt: now },
  });
  return renewed.count === 0 ? null : { userId: actor.userId, token };
}

type Which = { userId: number; id?: number | null; tokenHash?: string; except?: number };

/** Ends open sessions of a user, all or one; says which. */
export async function endSessions(
  tx: Tx,
  { userId, id = null, tokenHash, except }: Which,
  reason: EndReason,
  now: Date,
): Promise<number[]> {
  const ended = await tx.session.updateManyAndReturn({
    where: {
      AND: [
        { userId, endedAt: null },
        id === null ? {} : { id },
        tokenHash === undefined ? {} : { tokenHash },
        except === undefined ? {} : { id: { not: except } },
      ],
    },
    data: { endedAt: now, endReason: reason },
    select: { id: true },
  });
  return ended.map((session) => session.id);
}

async function findSession(userId: number, tokenHash: string, now: Date): Promise<Found | null> {
  type Row = Omit<Found, "writtenUpTo"> & { writtenUpTo?: string | null };
  const [row] = await ask<Row>({ text: sessionSql(), values: [tokenHash, userId, now] });
  return row ? { ...row, writtenUpTo: row.writtenUpTo ? BigInt(row.writtenUpTo) : null } : null;
}

// By hand and prepared: Prisma would ask table by table, and this runs once for every request.
const sessionSql = () => `
  SELECT s.id AS "sessionId", s.user_id AS "userId", s.last_seen_at AS "lastSeenAt", u.username, u.name,
         u.employee_id AS "employeeId", u.must_change_password AS "mustChangePassword", f.user_id IS NOT NULL AS "hasFactor",
         f.user_id IS NULL AND EXISTS (SELECT FROM user_roles r WHERE r.user_id = u.id AND r.role = ANY (p.factor_roles)) AS "factorDue",
         ${placeOfWrites().sql} ${grantsOfUser.sql}
  FROM sessions s
  JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
  JOIN sign_in_policies p ON p.id = 1
  LEFT JOIN employees e ON e.id = u.employee_id
  LEFT JOIN second_factors f ON f.user_id = u.id
  WHERE s.token_hash = $1 AND s.user_id = $2 AND s.ended_at IS NULL
    AND s.expires_at > $3 AND s.created_at + make_interval(hours => p.session_hours) > $3
    AND s.last_seen_at + make_interval(mins => p.idle_minutes) > $3
    AND (e.id IS NULL OR (e.status IN ('active', 'seconded') AND e.merged_into_id IS NULL))`;
