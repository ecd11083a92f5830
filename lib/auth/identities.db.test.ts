import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { recordEvent, systemActor } from "@/lib/audit/record";
import { transaction } from "@/lib/db/transaction";
import { type Identity, signInByIdentity } from "./identities";
import { findActor } from "./sessions";
import { makeEmployee, makeUser } from "./testing";

const now = new Date("2026-04-30T08:00:00Z");
const visit = { address: "10.0.0.1", userAgent: "vitest", held: null };
const issuer = "https://login.example.com";
const come = (subject: string, more: Partial<Identity> = {}) =>
  signInByIdentity({ issuer, subject, workNumber: null, strong: false, ...more }, visit, now);
const refused = (message: string) => ({ ok: false, fault: { code: "unauthenticated", detail: { message } } });

let turn = 0;
let workNumber = "";
let userId = 0;
beforeEach(async () => {
  workNumber = `N${++turn}`;
  userId = await makeUser(`person${turn}`, { employeeId: await makeEmployee("李娜", "active", workNumber) });
});

describe("somebody whom the issuer has recognised", () => {
  it("is bound by work number the first time; then issuer and subject alone count", async () => {
    const first = await come("sub-1", { workNumber });
    if (!first.ok) throw new Error();
    expect(await findActor(first.value, "10.0.0.1", now)).toMatchObject({ userId });
    expect(await come("sub-1", { workNumber: "another number by now" })).toMatchObject({ value: { userId } });
    expect(await db.auditEvent.count({ where: { event: "users.identity_bound", nounId: userId } })).toBe(1);
    expect(await db.auditEvent.count({ where: { event: "auth.signed_in", nounId: userId } })).toBe(2);
  });

  it("does not get into an account that is bound to somebody else, nor by another issuer's subject", async () => {
    await come("sub-2", { workNumber });
    expect(await come("sub-2b", { workNumber })).toEqual(refused("identityOther"));
    expect(await come("sub-2", { issuer: "https://evil.example", workNumber: null })).toEqual(
      refused("identityUnknown"),
    );
  });

  it("is bound once by two at once", async () => {
    const answers = await Promise.all([come("sub-3a", { workNumber }), come("sub-3b", { workNumber })]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("identityOther"));
  });

  it("finds nobody without a work number, by one that nobody has, or one that is two people's", async () => {
    await makeEmployee("李娜", "active", `${workNumber}X`);
    await makeUser(`double${turn}`, { employeeId: await makeEmployee("李娜", "active", `${workNumber}Y`) });
    expect(await come("sub-4")).toEqual(refused("identityUnknown"));
    expect(await come("sub-4", { workNumber: "no such number" })).toEqual(refused("identityUnknown"));
    expect(await come("sub-4", { workNumber: `${workNumber}X` })).toEqual(refused("identityUnknown"));
    expect(await db.userIdentity.count({ where: { subject: "sub-4" } })).toBe(0);
  });

  it("does not get into a closed account, and not past a second factor unless the issuer asked for one", async () => {
    await transaction(async (tx) => {
      await tx.secondFactor.create({ data: { userId, secret: "k1:x" } });
      await recordEvent(tx, systemActor, { event: "users.factor_enabled", noun: "users", nounId: userId });
    });
    expect(await come("sub-5", { workNumber })).toEqual(refused("identityWeak"));
    expect(await come("sub-5", { workNumber, strong: true })).toMatchObject({ ok: true });
    expect(await come("sub-5")).toEqual(refused("identityWeak"));
    await transaction(async (tx) => {
      await tx.user.update({ where: { id: userId }, data: { disabledAt: now } });
      await recordEvent(tx, systemActor, { event: "users.disabled", noun: "users", nounId: userId });
    });
    expect(await come("sub-5", { strong: true })).toEqual(refused("identityClosed"));
    expect(
      await db.auditEvent.findFirstOrThrow({
        where: { event: "auth.sign_in_failed", nounId: userId },
        orderBy: { id: "desc" },
      }),
    ).toMatchObject({ after: { cause: "identityClosed" } });
  });
});
