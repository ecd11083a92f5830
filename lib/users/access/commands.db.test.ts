import { describe, expect, it } from "vitest";
import { findActor } from "@/lib/auth/sessions";
import {
  actorOf,
  enter,
  giveRole,
  makeAdministrator,
  makeSecurityAdministrator,
  makeEmployee,
  makeUnit,
  makeUser,
  ticketOf,
} from "@/lib/auth/testing";
import { db } from "@/lib/db/client";
import { changeUser, createFirstAdministrator, createUser } from "../commands";
import { getUser, listUserHistory, listUsers } from "../queries";
import { readUserFilter } from "../schema";
import * as grants from "../grants/commands";
import * as access from "./commands";

const address = "10.0.0.1";
const versionOf = async (id: number) => (await db.user.findFirstOrThrow({ where: { id } })).version;

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
    const security = await makeSecurityAdministrator("opener");
    expect(await access.enableUser(admin, { id, version: 2 })).toMatchObject({
      fault: { code: "forbidden", detail: { message: "otherDuty" } },
    });
    expect((await access.enableUser(security, { id, version: 2 })).ok).toBe(true);
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
    const [admin, security] = [
      await makeAdministrator("selfish"),
      await makeSecurityAdministrator("selfish2"),
    ];
    const id = admin.userId;
    const refused = { ok: false, fault: { code: "forbidden", detail: { message: "ownAccount" } } };
    const own = await db.userRole.findFirstOrThrow({ where: { userId: security.userId } });
    const self = { userId: security.userId, grantId: own.id };
    expect(await grants.grantRole(security, { ...self, role: "recorder", organizationId: "" })).toEqual(
      refused,
    );
    expect(await grants.withdrawRole(security, self)).toEqual(refused);
    expect(await access.resetFactor(security, { id: security.userId, reason: "x" })).toEqual(refused);
    expect(await access.unlockUser(security, { id: security.userId, reason: "x" })).toEqual(refused);
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
    const left = answers[0].ok ? one : two;
    const grantId = (await db.userRole.findFirstOrThrow({ where: { userId: left.userId } })).id;
    const security = await makeSecurityAdministrator("three");
    expect(await grants.withdrawRole(security, { userId: left.userId, grantId })).toMatchObject({
      fault: { detail: { message: "lastAdministrator" } },
    });
    expect(await createFirstAdministrator({ username: "root2", name: "管理员" })).toMatchObject({
      fault: { detail: { message: "administratorExists" } },
    });
  });

  it("who gives rights stays as well", async () => {
    const admin = await makeAdministrator("four");
    const [one, two] = [await makeSecurityAdministrator("five"), await makeSecurityAdministrator("six")];
    const others = await db.user.findMany({
      where: {
        roles: { some: { role: "security_admin" } },
        id: { notIn: [one.userId, two.userId] },
        disabledAt: null,
      },
    });
    for (const { id } of others)
      expect((await access.disableUser(admin, { id, version: await versionOf(id), reason: "x" })).ok).toBe(
        true,
      );
    const grantOf = async ({ userId }: { userId: number }) => ({
      userId,
      grantId: (await db.userRole.findFirstOrThrow({ where: { userId } })).id,
    });
    const answers = await Promise.all([
      grants.withdrawRole(one, await grantOf(two)),
      grants.withdrawRole(two, await grantOf(one)),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const left = answers[0].ok ? one : two;
    expect(await access.disableUser(admin, { id: left.userId, version: 1, reason: "x" })).toMatchObject({
      fault: { detail: { message: "lastAdministrator" } },
    });
    expect(
      await createFirstAdministrator({ username: "root3", name: "安全", role: "security_admin" }),
    ).toMatchObject({ fault: { detail: { message: "administratorExists" } } });
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
      expect(await grants.grantRole(actor, { userId, role: "sysadmin", organizationId: "" })).toEqual(
        forbidden,
      );
      expect(await grants.withdrawRole(actor, { userId: id, grantId: 1 })).toEqual(forbidden);
      expect(await access.endUserSessions(actor, { userId: id, sessionId: "" })).toEqual(forbidden);
      expect(await getUser(actor, id, new Date())).toBeNull();
      expect(await listUserHistory(actor, id)).toEqual([]);
      expect((await listUsers(actor, readUserFilter({}))).total).toBe(0);
    },
  );
});
