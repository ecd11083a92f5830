import { describe, expect, it } from "vitest";
import { recordEvent, systemActor } from "@/lib/audit/record";
import { hasRole } from "@/lib/auth/roles";
import { findActor } from "@/lib/auth/sessions";
import {
  enter,
  giveRole,
  makeAdministrator,
  makeSecurityAdministrator,
  makeUnit,
  makeUser,
  ticketOf,
} from "@/lib/auth/testing";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import * as access from "../access/commands";
import { createUser } from "../commands";
import { getUser } from "../queries";
import * as grants from "./commands";

const address = "10.0.0.1";

describe("a security administrator", () => {
  it("gives a role over a unit of its tree, once, and takes it away: both hold at the next read", async () => {
    const admin = await makeSecurityAdministrator("granter");
    const [union, company] = [await makeUnit("union"), await makeUnit("company")];
    const userId = await makeUser("branch");
    const ticket = await ticketOf("branch");
    const grant = (role: string, organizationId: number | string = "") =>
      grants.grantRole(admin, { userId, role, organizationId: String(organizationId) });
    expect(await grant("recorder")).toMatchObject({
      fault: { fields: { organizationId: ["roleScopeRequired"] } },
    });
    expect(await grant("recorder", company)).toMatchObject({
      fault: { fields: { organizationId: ["wrongTree"] } },
    });
    expect(await grant("recorder", 999_999)).toMatchObject({
      fault: { fields: { organizationId: ["badId"] } },
    });
    expect(await grant("owner", union)).toMatchObject({ fault: { fields: { role: ["unknownValue"] } } });
    const twice = await Promise.all([grant("recorder", union), grant("recorder", union)]);
    expect(twice.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await grant("auditor", union)).toMatchObject({ ok: true });
    const actor = (await findActor(ticket, address, new Date()))!;
    expect(actor.grants).toMatchObject([
      { role: "recorder", organizationId: union, path: `/${union}/` },
      { role: "auditor", organizationId: null },
    ]);
    const view = (await getUser(admin, userId, new Date()))!;
    const grantId = view.grants.find(({ role }) => role === "recorder")!.id;
    expect((await grants.withdrawRole(admin, { userId, grantId })).ok).toBe(true);
    expect(await grants.withdrawRole(admin, { userId, grantId })).toMatchObject({
      fault: { code: "not_found" },
    });
    expect(hasRole((await findActor(ticket, address, new Date()))!, "recorder")).toBe(false);
    expect(
      await db.auditEvent.findFirstOrThrow({ where: { event: "users.role_withdrawn", nounId: userId } }),
    ).toMatchObject({ before: { role: "recorder", unitId: union } });
  });
});

describe("duties apart", () => {
  it("lets the one make accounts and the other give rights, and neither do both", async () => {
    const [admin, security] = [await makeAdministrator("maker"), await makeSecurityAdministrator("giver")];
    const userId = await makeUser("thing");
    const forbidden = { fault: { code: "forbidden" } };
    expect(await grants.grantRole(admin, { userId, role: "auditor", organizationId: "" })).toMatchObject(
      forbidden,
    );
    expect(
      await grants.grantRole(admin, { userId: admin.userId, role: "auditor", organizationId: "" }),
    ).toMatchObject(forbidden);
    expect(await createUser(security, { username: "puppet", name: "x", employeeId: "" })).toMatchObject(
      forbidden,
    );
    expect(await access.disableUser(security, { id: userId, version: 1, reason: "x" })).toMatchObject(
      forbidden,
    );
    expect(await access.resetPassword(security, { id: userId, version: 1 })).toMatchObject(forbidden);
  });

  it("gives nobody two of the three, whoever asks and however many at once", async () => {
    const security = await makeSecurityAdministrator("giver2");
    const userId = await makeUser("greedy");
    const give = (role: string) => grants.grantRole(security, { userId, role, organizationId: "" });
    const answers = await Promise.all([give("auditor"), give("sysadmin"), give("security_admin")]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(answer.fault.fields).toEqual({ role: ["dutiesApart"] });
    expect(await db.userRole.count({ where: { userId } })).toBe(1);
  });

  it("keeps the passwords of the other two duties from the system administrator", async () => {
    const [admin, security] = [await makeAdministrator("maker3"), await makeSecurityAdministrator("giver3")];
    const id = await makeUser("reader3");
    await giveRole(id, "auditor", null);
    expect(await access.resetPassword(admin, { id, version: 1 })).toMatchObject({
      fault: { detail: { message: "otherDuty" } },
    });
    expect(await access.resetPassword(admin, { id: security.userId, version: 1 })).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect(await access.resetPassword(security, { id, version: 1 })).toMatchObject({ ok: true });
  });

  it("opens what wrong passwords have closed, and takes a lost second factor off, with a reason", async () => {
    const security = await makeSecurityAdministrator("giver4");
    const id = await makeUser("locked4");
    const wrong = () => enter("locked4", { word: "wrong wrong", address: "10.8.0.1" });
    for (let turn = 0; turn < 6; turn++) await wrong();
    expect(await enter("locked4", { address: "10.8.0.1" })).toMatchObject({ fault: { code: "throttled" } });
    expect(await access.unlockUser(security, { id, reason: " " })).toMatchObject({
      fault: { fields: { reason: ["required"] } },
    });
    expect((await access.unlockUser(security, { id, reason: "本人来电" })).ok).toBe(true);
    const ticket = await ticketOf("locked4", { address: "10.8.0.1" });
    expect(await access.resetFactor(security, { id, reason: "手机丢失" })).toMatchObject({
      fault: { code: "not_found" },
    });
    await transaction(async (tx) => {
      await tx.secondFactor.create({ data: { userId: id, secret: "k1:x" } });
      await recordEvent(tx, systemActor, { event: "users.factor_enabled", noun: "users", nounId: id });
    });
    expect((await access.resetFactor(security, { id, reason: "手机丢失" })).ok).toBe(true);
    expect(await findActor(ticket, address, new Date())).toBeNull();
    expect((await enter("locked4")).ok).toBe(true);
  });

  it("asks for the password again before rights, locks and passwords are touched", async () => {
    const security = await makeSecurityAdministrator("giver5");
    const admin = await makeAdministrator("maker5");
    const userId = await makeUser("thing5");
    const old = new Date(Date.now() - 6 * 60_000);
    await db.session.updateMany({
      where: { id: { in: [security.sessionId, admin.sessionId] } },
      data: { verifiedAt: old },
    });
    const unconfirmed = { ok: false, fault: { code: "unconfirmed" } };
    expect(await grants.grantRole(security, { userId, role: "auditor", organizationId: "" })).toEqual(
      unconfirmed,
    );
    expect(await grants.withdrawRole(security, { userId, grantId: 1 })).toEqual(unconfirmed);
    expect(await access.enableUser(security, { id: userId, version: 1 })).toEqual(unconfirmed);
    expect(await access.resetFactor(security, { id: userId, reason: "x" })).toEqual(unconfirmed);
    expect(await access.resetPassword(admin, { id: userId, version: 1 })).toEqual(unconfirmed);
    expect(await db.userRole.count({ where: { userId } })).toBe(0);
  });
});
