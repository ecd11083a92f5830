import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import { recordEvent, systemActor } from "@/lib/audit/record";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { confirmIdentity, requireRecent } from "./confirmation";
import * as own from "./own-factor";
import { findActor } from "./sessions";
import { signIn } from "./sign-in";
import { actorOf, enter, giveRole, makeUser, password, ticketOf } from "./testing";

const now = new Date("2026-04-30T08:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const codeOf = (secret: string, at: Date) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
const visit = { address: "10.0.0.1", userAgent: "vitest", held: null };
const come = (username: string, code: string, at: Date) => signIn({ username, password, code }, visit, at);
const events = (event: string, nounId: number) => db.auditEvent.count({ where: { event, nounId } });

async function actorAt(username: string, at = now) {
  return (await findActor(await ticketOf(username, { now: at }), "10.0.0.1", at))!;
}

/** An account with a second factor that was set up at `now`. */
async function withFactor(username: string) {
  const userId = await makeUser(username);
  const actor = await actorAt(username);
  const offer = await own.offerFactor(actor, now);
  if (!offer.ok) throw new Error(offer.fault.code);
  const { secret } = offer.value;
  const enabled = await own.enableFactor(actor, { offer: offer.value.offer, code: codeOf(secret, now) }, now);
  if (!enabled.ok) throw new Error(JSON.stringify(enabled.fault));
  return { userId, actor, secret, codes: enabled.value.codes };
}

describe("a second factor", () => {
  it("is asked for after the password, and each of its codes is taken once", async () => {
    const { userId, secret } = await withFactor("careful");
    expect(await come("careful", "", later(60))).toMatchObject({
      fault: { code: "unauthenticated", detail: { message: "codeRequired" } },
    });
    expect(await events("auth.code_asked", userId)).toBe(1);
    expect(await come("careful", "000000", later(60))).toMatchObject({
      fault: { code: "unauthenticated", detail: { message: "codeWrong" } },
    });
    const code = codeOf(secret, later(60));
    expect(await come("careful", ` ${code.slice(0, 3)} ${code.slice(3)} `, later(60))).toMatchObject({
      ok: true,
    });
    expect(await come("careful", code, later(61))).toMatchObject({
      fault: { detail: { message: "codeWrong" } },
    });
    expect(await signIn({ username: "careful", password: "not it at all", code }, visit, later(90))).toEqual({
      ok: false,
      fault: { code: "unauthenticated" },
    });
  });

  it("takes one code once, however many come with it at once", async () => {
    const { secret } = await withFactor("parallel2");
    const code = codeOf(secret, later(120));
    const answers = await Promise.all(Array.from({ length: 4 }, () => come("parallel2", code, later(120))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it("is throttled like the password, and the right password does not open the counter again", async () => {
    await withFactor("guessed");
    for (let turn = 0; turn < 5; turn++) {
      expect(await come("guessed", "", now)).toMatchObject({
        fault: { detail: { message: "codeRequired" } },
      });
      expect(await come("guessed", "111111", now)).toMatchObject({
        fault: { detail: { message: "codeWrong" } },
      });
    }
    expect(await come("guessed", "111111", now)).toMatchObject({ fault: { code: "throttled" } });
  });

  it("lets each recovery code in once, which is put down", async () => {
    const { userId, actor, codes } = await withFactor("lost");
    expect(new Set(codes).size).toBe(10);
    expect(await come("lost", codes[0]!.toUpperCase().replaceAll("-", " "), now)).toMatchObject({ ok: true });
    expect(await come("lost", codes[0]!, now)).toMatchObject({ fault: { detail: { message: "codeWrong" } } });
    expect(await events("users.recovery_code_used", userId)).toBe(1);
    expect(await own.getOwnFactor(actor)).toMatchObject({ codesLeft: 9, required: false });
    const renewed = await own.renewOwnRecoveryCodes(actor, now);
    expect(renewed).toMatchObject({ ok: true });
    expect(await come("lost", codes[1]!, now)).toMatchObject({ ok: false });
  });

  it("belongs to one account: a stranger's recovery code and secret are worth nothing", async () => {
    const { codes, secret } = await withFactor("mine");
    await withFactor("theirs");
    expect(await come("theirs", codes[2]!, now)).toMatchObject({ ok: false });
    expect(await come("theirs", codeOf(secret, now), now)).toMatchObject({ ok: false });
  });

  it("ends the sessions that came in without it; nothing readable lies in the database", async () => {
    await makeUser("switches");
    const other = await ticketOf("switches", { now });
    const actor = await actorAt("switches");
    const offer = await own.offerFactor(actor, now);
    if (!offer.ok) throw new Error();
    const { secret, offer: sealed } = offer.value;
    const enable = (input: object, at = now) => own.enableFactor(actor, { offer: sealed, ...input }, at);
    expect(await enable({ code: "123456" })).toMatchObject({ fault: { fields: { code: ["codeWrong"] } } });
    expect(await enable({ code: codeOf(secret, later(901)) }, later(901))).toMatchObject({
      fault: { detail: { message: "factorOfferOver" } },
    });
    expect(await enable({ offer: "k1:AAAA", code: "123456" })).toMatchObject({ fault: { code: "conflict" } });
    const stranger = await actorAt("mine", now).catch(() => null);
    expect(stranger).toBeNull();
    const both = await Promise.all([
      enable({ code: codeOf(secret, now) }),
      enable({ code: codeOf(secret, now) }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await findActor(other, "10.0.0.1", now)).toBeNull();
    const kept = JSON.stringify([
      await db.secondFactor.findMany(),
      await db.recoveryCode.findMany(),
      await db.auditEvent.findMany({ select: { before: true, after: true } }),
    ]);
    expect(kept).not.toContain(secret);
    for (const answer of both) if (answer.ok) expect(kept).not.toContain(answer.value.codes[0]);
  });

  it("can be given up, unless a role demands it; then who has none is led to it", async () => {
    const { actor, userId } = await withFactor("auditor1");
    await demand(["auditor"]);
    await giveRole(userId, "auditor", null);
    const holder = {
      ...actor,
      grants: [{ role: "auditor" as const, organizationId: null, tree: null, path: null }],
    };
    expect(await own.removeFactor(holder, now)).toMatchObject({
      fault: { detail: { message: "factorRequired" } },
    });
    await giveRole(await makeUser("auditor2"), "auditor", null);
    expect(await actorAt("auditor2")).toMatchObject({ factorDue: true, hasFactor: false });
    await makeUser("plain2");
    expect(await actorAt("plain2")).toMatchObject({ factorDue: false, hasFactor: false });
    await demand([]);
    expect(await own.removeFactor(holder, now)).toMatchObject({ ok: true });
    expect(await own.removeFactor(holder, now)).toMatchObject({ fault: { code: "not_found" } });
    expect((await enter("auditor1")).ok).toBe(true);
  });
});

describe("confirming who one is", () => {
  it("is asked for after five minutes, and takes the password or a code", async () => {
    const { actor, secret, userId } = await withFactor("sensitive");
    expect(await requireRecent(actor, later(300))).toBeNull();
    expect(await requireRecent(actor, later(301))).toEqual({ code: "unconfirmed" });
    expect(await own.offerFactor(actor, later(400))).toEqual({ ok: false, fault: { code: "unconfirmed" } });
    const confirm = (proof: string, at: Date) => confirmIdentity(actor, { proof }, at);
    expect(await confirm("", now)).toMatchObject({ fault: { fields: { proof: ["required"] } } });
    expect(await confirm("wrong wrong", now)).toMatchObject({ fault: { fields: { proof: ["proofWrong"] } } });
    expect(await confirm("000000", now)).toMatchObject({ fault: { fields: { proof: ["proofWrong"] } } });
    expect(await confirm(password, later(400))).toMatchObject({ ok: true });
    expect(await requireRecent(actor, later(500))).toBeNull();
    expect(await confirm(codeOf(secret, later(900)), later(900))).toMatchObject({ ok: true });
    expect(await confirm(codeOf(secret, later(900)), later(900))).toMatchObject({ ok: false });
    expect(await requireRecent(actor, later(1000))).toBeNull();
    expect(await events("auth.identity_confirmed", userId)).toBe(2);
  });

  it("holds for one session alone, and ends with it", async () => {
    await makeUser("twoscreens");
    const [first, second] = [await actorAt("twoscreens"), await actorAt("twoscreens", later(-3600))];
    expect(await requireRecent(first, later(10))).toBeNull();
    expect(await requireRecent(second, later(10))).toEqual({ code: "unconfirmed" });
    expect(await requireRecent({ userId: first.userId + 1, sessionId: first.sessionId }, now)).not.toBeNull();
    await db.session.update({ where: { id: first.sessionId }, data: { endedAt: now } });
    expect(await requireRecent(first, later(10))).not.toBeNull();
    expect(await confirmIdentity(first, { proof: password }, now)).toMatchObject({
      fault: { code: "unauthenticated" },
    });
  });

  it("counts wrong tries and closes the door to them", async () => {
    await makeUser("snooped");
    const actor = await actorOf("snooped");
    for (let turn = 0; turn < 5; turn++)
      expect(await confirmIdentity(actor, { proof: "wrong wrong" })).toMatchObject({
        fault: { code: "invalid" },
      });
    expect(await confirmIdentity(actor, { proof: password })).toMatchObject({ fault: { code: "throttled" } });
  });
});

function demand(factorRoles: "auditor"[]) {
  return transaction(async (tx) => {
    await tx.signInPolicy.update({ where: { id: 1 }, data: { factorRoles } });
    await recordEvent(tx, systemActor, {
      event: "sign_in_policies.changed",
      noun: "sign_in_policies",
      nounId: 1,
    });
  });
}
