import { describe, expect, it } from "vitest";
import { findActor } from "@/lib/auth/sessions";
import {
  actorOf,
  enter,
  giveRole,
  makeAdministrator,
  makeEmployee,
  makeUnit,
  makeUser,
  ticketOf,
} from "@/lib/auth/testing";
import { hasRole } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { changeUser, createFirstAdministrator, createUser } from "../commands";
import { getUser, listUserHistory, listUsers } from "../queries";
import { readUserFilter } from "../schema";
import * as access from "./commands";

const address = "10.0.0.1";
const versionOf = async (id: number) => (await db.user.findUniqueOrThrow({ where: { id } })).version;

describe("an administrator", () => {
  it("disables with a reason: sessions are dead at once, and signing in is refused until enabled", async () => {
    const admin = await makeAdministrator("closer");
    const id = await makeUser("closed");
    const ticket = await ticketOf("closed");
    expect(await access.disableUser(admin, { id, version: 1, reason: " " })).toMatchObject({
      fault: { fields: { reason: ["required"] } },
    });
    expect((await access.disableUser(admin, { id, version: 1, reason: "调离" })).ok).toBe(true);
    expect(await findActor(ticket, address, new Date())).toBeNull();
    expect((await enter("closed")).ok).toBe(false);
    expect(await access.disableUser(admin, { id, version: 1, reason: "again" })).toMatchObject({
      fault: { code: "stale" },
    });
    expect((await access.enableUser(admin, { id, version: 2 })).ok).toBe(true);
    expect(await findActor(ticket, address, new Date())).toBeNull();
    expect((await enter("closed")).ok).toBe(true);
    expect((await listUserHistory(admin, id)).map((event) => event.event)).toEqual([
      "auth.signed_in",
      "users.enabled",
      "auth.sign_in_failed",
      "users.disabled",
      "auth.signed_in",
      "users.created",
    ]);
  });

  it("resets a password: the old one and all sessions are dead", async () => {
    const admin = await makeAdministrator("resetter");
    const id = await makeUser("forgot");
    const ticket = await ticketOf("forgot");
    const reset = await access.resetPassword(admin, { id, version: 1 });
    if (!reset.ok) throw new Error(reset.fault.code);
    expect(await findActor(ticket, address, new Date())).toBeNull();
    expect((await enter("forgot")).ok).toBe(false);
    expect((await enter("forgot", { word: reset.value.initialPassword })).ok).toBe(true);
  });

  it("gives a role over a unit of its tree, once, and takes it away: both hold at the next read", async () => {
    const admin = await makeAdministrator("granter");
    const [union, company] = [await makeUnit("union"), await makeUnit("company")];
    const userId = await makeUser("branch");
    const ticket = await ticketOf("branch");
    const grant = (role: string, organizationId: number | string = "") =>
      access.grantRole(admin, { userId, role, organizationId: String(organizationId) });
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
    expect((await access.withdrawRole(admin, { userId, grantId })).ok).toBe(true);
    expect(await access.withdrawRole(admin, { userId, grantId })).toMatchObject({
      fault: { code: "not_found" },
    });
    expect(hasRole((await findActor(ticket, address, new Date()))!, "recorder")).toBe(false);
    expect(
      await db.auditEvent.findFirstOrThrow({ where: { event: "users.role_withdrawn", nounId: userId } }),
    ).toMatchObject({ before: { role: "recorder", unitId: union } });
  });

  it("ends one session of another, or all", async () => {
    const admin = await makeAdministrator("ender");
    const userId = await makeUser("devices");
    const [first, second, third] = [
      await ticketOf("devices"),
      await ticketOf("devices"),
      await ticketOf("devices"),
    ];
    const sessionId = (await findActor(first, address, new Date()))!.sessionId;
    expect(await access.endUserSessions(admin, { userId, sessionId })).toMatchObject({
      value: { ended: 1 },
    });
    expect(await findActor(first, address, new Date())).toBeNull();
    expect(await findActor(second, address, new Date())).not.toBeNull();
    const other = await makeUser("bystander");
    const theirs = (await actorOf("bystander")).sessionId;
    expect(await access.endUserSessions(admin, { userId, sessionId: theirs })).toMatchObject({
      fault: { code: "not_found" },
    });
    expect(await access.endUserSessions(admin, { userId, sessionId: "" })).toMatchObject({
      value: { ended: 2 },
    });
    expect(await findActor(third, address, new Date())).toBeNull();
    expect((await getUser(admin, other, new Date()))!.sessions).toHaveLength(1);
  });

  it("changes nothing at the own account", async () => {
    const admin = await makeAdministrator("selfish");
    const id = admin.userId;
    const refused = { ok: false, fault: { code: "forbidden", detail: { message: "ownAccount" } } };
    const grantId = (await db.userRole.findFirstOrThrow({ where: { userId: id } })).id;
    expect(await access.grantRole(admin, { userId: id, role: "auditor", organizationId: "" })).toEqual(
      refused,
    );
    expect(await access.withdrawRole(admin, { userId: id, grantId })).toEqual(refused);
    expect(await access.disableUser(admin, { id, version: 1, reason: "x" })).toEqual(refused);
    expect(await access.resetPassword(admin, { id, version: 1 })).toEqual(refused);
    const employeeId = await makeEmployee("别人", "active");
    expect(
      await changeUser(admin, { id, version: 1, username: "selfish", name: "x", employeeId }),
    ).toMatchObject({ fault: { fields: { employeeId: ["ownAccount"] } } });
  });
});

describe("the last administrator", () => {
  it("stays: two who disable or strip each other at once leave one", async () => {
    const admins = await db.user.findMany({ where: { roles: { some: { role: "sysadmin" } } } });
    const [one, two] = [await makeAdministrator("one"), await makeAdministrator("two")];
    for (const admin of admins)
      expect(
        (await access.disableUser(one, { id: admin.id, version: await versionOf(admin.id), reason: "x" })).ok,
      ).toBe(true);
    const answers = await Promise.all([
      access.disableUser(one, { id: two.userId, version: 1, reason: "x" }),
      access.disableUser(two, { id: one.userId, version: 1, reason: "x" }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual({
      ok: false,
      fault: { code: "conflict", detail: { message: "lastAdministrator" } },
    });
    const [left, gone] = answers[0].ok ? [one, two] : [two, one];
    const grantId = (await db.userRole.findFirstOrThrow({ where: { userId: left.userId } })).id;
    expect(await access.withdrawRole(gone, { userId: left.userId, grantId })).toMatchObject({
      fault: { detail: { message: "lastAdministrator" } },
    });
    expect(await createFirstAdministrator({ username: "root2", name: "管理员" })).toMatchObject({
      fault: { detail: { message: "administratorExists" } },
    });
  });
});

describe("anyone else", () => {
  it.each(["union_admin", "hr", "auditor"] as const)(
    "as %s sees no account and does nothing to one",
    async (role) => {
      const userId = await makeUser(role.replace("_", "-"));
      await giveRole(
        userId,
        role,
        role === "auditor" ? null : await makeUnit(role === "hr" ? "company" : "union"),
      );
      const actor = await actorOf(role.replace("_", "-"));
      const id = await makeUser(`victim-of-${role.replace("_", "-")}`);
      const forbidden = { ok: false, fault: { code: "forbidden" } };
      expect(await createUser(actor, { username: "new", name: "n", employeeId: "" })).toEqual(forbidden);
      expect(await changeUser(actor, { id, version: 1, username: "new", name: "n", employeeId: "" })).toEqual(
        forbidden,
      );
      expect(await access.disableUser(actor, { id, version: 1, reason: "x" })).toEqual(forbidden);
      expect(await access.enableUser(actor, { id, version: 1 })).toEqual(forbidden);
      expect(await access.resetPassword(actor, { id, version: 1 })).toEqual(forbidden);
      expect(await access.grantRole(actor, { userId, role: "sysadmin", organizationId: "" })).toEqual(
        forbidden,
      );
      expect(await access.withdrawRole(actor, { userId: id, grantId: 1 })).toEqual(forbidden);
      expect(await access.endUserSessions(actor, { userId: id, sessionId: "" })).toEqual(forbidden);
      expect(await getUser(actor, id, new Date())).toBeNull();
      expect(await listUserHistory(actor, id)).toEqual([]);
      expect((await listUsers(actor, readUserFilter({}))).total).toBe(0);
    },
  );
});
