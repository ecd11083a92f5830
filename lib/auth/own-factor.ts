import { recordEvent } from "@/lib/audit/record";
import { runCommand } from "@/lib/db/command";
import { db } from "@/lib/db/client";
import { open, seal } from "@/lib/db/sealed";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { requireRecent } from "./confirmation";
import type { Actor } from "./roles";
import { zNewFactor } from "./schema";
import { readCode, renewRecoveryCodes, secretPlace } from "./second-factor";
import { endSessions } from "./sessions";
import { readSignInPolicy } from "./sign-in-policy";
import { newSecret, setUpAddress, stepOf } from "./totp";

/** A secret for the generator. `offer` is the same, sealed: nothing is kept until a code of it comes back. */
export type FactorOffer = { secret: string; address: string; offer: string };

/** How long the secret on the screen can be taken into use. */
const offerMinutes = 15;
const offerPlace = (userId: number) => `second factor offered to ${userId}`;

/** The actor's second factor, and whether a role demands one. */
export async function getOwnFactor(actor: Actor) {
  const [factor, codesLeft, { factorRoles }] = await Promise.all([
    db.secondFactor.findFirst({ where: { userId: actor.userId }, select: { enabledAt: true } }),
    db.recoveryCode.count({ where: { userId: actor.userId, usedAt: null } }),
    readSignInPolicy(),
  ]);
  const required = actor.grants.some(({ role }) => factorRoles.includes(role));
  return { enabledAt: factor?.enabledAt ?? null, codesLeft, required };
}

export async function offerFactor(actor: Actor, now = new Date()): Promise<Result<FactorOffer>> {
  const unconfirmed = await requireRecent(actor, now);
  if (unconfirmed) return refuse(unconfirmed);
  const secret = newSecret();
  const until = now.getTime() + offerMinutes * 60_000;
  const offer = seal(JSON.stringify({ secret, until }), offerPlace(actor.userId));
  return ok({ secret, address: setUpAddress(secret, actor.username), offer });
}

/** Takes the offered secret into use once a code proves that the generator has it; other sessions came in without, and end. */
export async function enableFactor(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<{ codes: string[] }>> {
  const parsed = parseInput(zNewFactor, input);
  if (!parsed.ok) return parsed;
  const secret = offered(actor, parsed.value.offer, now);
  if (!secret) return refuse({ code: "conflict", detail: { message: "factorOfferOver" } });
  const step = stepOf(readCode(parsed.value.code), secret, now);
  if (step === null) return refuseField("code", "codeWrong");
  const unconfirmed = await requireRecent(actor, now);
  if (unconfirmed) return refuse(unconfirmed);
  const { userId } = actor;
  return runCommand(async (tx) => {
    await tx.secondFactor.create({
      data: { userId, secret: seal(secret, secretPlace(userId)), enabledAt: now, lastStep: step },
    });
    const codes = await renewRecoveryCodes(tx, userId);
    const ended = await endSessions(tx, { userId, except: actor.sessionId }, "factor_changed", now);
    await recordEvent(tx, actor, {
      event: "users.factor_enabled",
      noun: "users",
      nounId: userId,
      after: { sessionsEnded: ended.length },
    });
    return ok({ codes });
  });
}

/** Gives the second factor up, where no role of the actor demands one. */
export async function removeFactor(actor: Actor, now = new Date()): Promise<Result<void>> {
  const unconfirmed = await requireRecent(actor, now);
  if (unconfirmed) return refuse(unconfirmed);
  if ((await getOwnFactor(actor)).required)
    return refuse({ code: "conflict", detail: { message: "factorRequired" } });
  const { userId } = actor;
  return runCommand(async (tx) => {
    const removed = await tx.secondFactor.deleteMany({ where: { userId } });
    if (removed.count === 0) return refuse({ code: "not_found" });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await recordEvent(tx, actor, { event: "users.factor_removed", noun: "users", nounId: userId });
    return ok();
  });
}

export async function renewOwnRecoveryCodes(
  actor: Actor,
  now = new Date(),
): Promise<Result<{ codes: string[] }>> {
  const unconfirmed = await requireRecent(actor, now);
  if (unconfirmed) return refuse(unconfirmed);
  const { userId } = actor;
  return runCommand(async (tx) => {
    // Locked, so that two at once leave one list.
    const found = await tx.$queryRaw<
      unknown[]
    >`SELECT user_id FROM second_factors WHERE user_id = ${userId} FOR UPDATE`;
    if (found.length === 0) return refuse({ code: "not_found" });
    const codes = await renewRecoveryCodes(tx, userId);
    await recordEvent(tx, actor, { event: "users.recovery_codes_renewed", noun: "users", nounId: userId });
    return ok({ codes });
  });
}

function offered({ userId }: Actor, offer: string, now: Date): string | null {
  try {
    const { secret, until } = JSON.parse(open(offer, offerPlace(userId))) as {
      secret: string;
      until: number;
    };
    return until > now.getTime() ? secret : null;
  } catch {
    // Made up, cut short, or of another account.
    return null;
  }
}
