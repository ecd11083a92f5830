import { describe, expect, it } from "vitest";
import { recordEvent, systemActor } from "@/lib/audit/record";
import { db } from "@/lib/db/client";
import { transaction, type Tx } from "@/lib/db/transaction";
import { hasRole } from "./roles";
import { leave } from "./sign-in";
import { findActor, newToken, renewSession } from "./sessions";
import { enter, makeUser, ticketOf } from "./testing";

const now = new Date("2026-04-30T00:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const read = (ticket: Parameters<typeof findActor>[0], at = now) => findActor(ticket, "10.0.0.9", at);

describe("an actor", () => {
  it("is read with the roles and scopes of this moment, and the address of this request", async () => {
    const userId = await makeUser("actor");
    const ticket = await ticketOf("actor", { now });
    expect(await read(ticket)).toMatchObject({
      userId,
      username: "actor",
      grants: [],
      address: "10.0.0.9",
      employeeId: null,
      mustChangePassword: false,
    });
    const unit = await change(
      "organizations",
      async (tx) =>
        (
          await tx.organization.create({
            data: { tree: "union", kind: "group_union", name: "集团工会", code: "U" },
          })
        ).id,
    );
    const roleId = await change(
      "users",
      async (tx) =>
        (await tx.userRole.create({ data: { userId, role: "recorder", organizationId: unit } })).id,
    );
    const actor = await read(ticket);
    expect(actor?.grants).toEqual([
      { role: "recorder", organizationId: unit, tree: "union", path: `/${unit}/`, whole: "union" },
    ]);
    await change("users", async (tx) => (await tx.userRole.delete({ where: { id: roleId } })).id);
    expect(hasRole((await read(ticket))!, "recorder")).toBe(false);
  });

  it("is nobody with a token that was made up, or of another user", async () => {
    const other = await makeUser("other");
    await makeUser("owner");
    const ticket = await ticketOf("owner", { now });
    expect(await read({ userId: ticket.userId, token: newToken() })).toBeNull();
    expect(await read({ userId: other, token: ticket.token })).toBeNull();
  });
});

const [idleHours, sessionHours] = [2, 12];

describe("access ends at the very next read", () => {
  it("after sign-out, which is put down once", async () => {
    const userId = await makeUser("leaves");
    const ticket = await ticketOf("leaves", { now });
    await Promise.all([leave(ticket, "10.0.0.9", now), leave(ticket, "10.0.0.9", now)]);
    expect(await read(ticket)).toBeNull();
    expect(await db.auditEvent.count({ where: { event: "auth.signed_out", nounId: userId } })).toBe(1);
  });

  it("for the old session when the same browser signs in again", async () => {
    await makeUser("first");
    await makeUser("second");
    const old = await ticketOf("first", { now });
    const fresh = await ticketOf("second", { now, held: old });
    expect(await read(old)).toBeNull();
    expect(await read(fresh)).toMatchObject({ username: "second" });
  });

  it("for copies of a cookie whose session got a new token", async () => {
    await makeUser("renews");
    const old = await ticketOf("renews", { now });
    const actor = (await read(old))!;
    const fresh = await transaction((tx) => renewSession(tx, actor, now));
    expect(await read(old)).toBeNull();
    expect(await read(fresh!)).toMatchObject({ sessionId: actor.sessionId });
  });

  it("when the account is disabled", async () => {
    const userId = await makeUser("closed");
    const ticket = await ticketOf("closed", { now });
    await change("users", (tx) =>
      tx.user.update({ where: { id: userId }, data: { disabledAt: now } }).then((user) => user.id),
    );
    expect(await read(ticket)).toBeNull();
    expect((await enter("closed")).ok).toBe(false);
  });

  it.each(["left", "retired", "deceased"] as const)("when the person has %s", async (status) => {
    const employeeId = await change(
      "employees",
      async (tx) =>
        (
          await tx.employee.create({
            data: { name: "李娜", pinyin: "li na", initials: "ln", formerNames: [], workerTypes: [] },
          })
        ).id,
    );
    await makeUser(`was-${status}`, { employeeId });
    const ticket = await ticketOf(`was-${status}`, { now });
    expect(await read(ticket)).toMatchObject({ employeeId });
    await change(
      "employees",
      async (tx) => (await tx.employee.update({ where: { id: employeeId }, data: { status } })).id,
    );
    expect(await read(ticket)).toBeNull();
  });

  it("after two hours without a request, and after twelve in any case", async () => {
    await makeUser("idle");
    const idle = await ticketOf("idle", { now });
    expect(await read(idle, later(idleHours * 60 - 1))).not.toBeNull();
    expect(await read(idle, later(idleHours * 120 - 2))).not.toBeNull();
    expect(await read(idle, later(idleHours * 180))).toBeNull();

    await makeUser("diligent");
    const ticket = await ticketOf("diligent", { now });
    for (let minutes = 60; minutes < sessionHours * 60; minutes += 60)
      expect(await read(ticket, later(minutes))).not.toBeNull();
    expect(await read(ticket, later(sessionHours * 60))).toBeNull();
  });
});

it("writes the last request down once a minute at most", async () => {
  const userId = await makeUser("seen");
  const ticket = await ticketOf("seen", { now });
  const seen = async () => (await db.session.findFirstOrThrow({ where: { userId } })).lastSeenAt;
  await read(ticket, new Date(now.getTime() + 59_000));
  expect(await seen()).toEqual(now);
  await read(ticket, later(1));
  expect(await seen()).toEqual(later(1));
});

function change(
  noun: "users" | "employees" | "organizations",
  work: (tx: Tx) => Promise<number>,
): Promise<number> {
  return transaction(async (tx) => {
    const id = await work(tx);
    await recordEvent(tx, systemActor, { event: `${noun}.changed`, noun, nounId: null });
    return id;
  });
}
