import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { recordEvent, systemActor } from "@/lib/audit/record";
import { transaction } from "@/lib/db/transaction";
import { hashOf } from "./sessions";
import { limits } from "./rules";
import { enter, makeUser, password, ticketOf } from "./testing";

const events = (event: string) => db.auditEvent.findMany({ where: { event }, orderBy: { id: "asc" } });

describe("signing in", () => {
  it("opens a session of which only the hash is kept, and puts it down", async () => {
    const userId = await makeUser("zhangwei");
    const ticket = await ticketOf("ZhangWei");
    expect(Buffer.from(ticket.token, "base64url")).toHaveLength(32);
    const session = await db.session.findFirstOrThrow({ where: { userId } });
    expect(session).toMatchObject({
      tokenHash: hashOf(ticket.token),
      address: "10.0.0.1",
      userAgent: "vitest",
      endedAt: null,
    });
    expect(await events("auth.signed_in")).toMatchObject([
      { nounId: userId, actorUserId: userId, sessionId: session.id },
    ]);
    expect((await db.user.findFirstOrThrow({ where: { id: userId } })).lastSignInAt).not.toBeNull();
  });

  it("takes the work number of a person at work, and not of one who left", async () => {
    const employeeId = await employee("00123", "active");
    await makeUser("byworknumber", { employeeId });
    expect((await enter("00123")).ok).toBe(true);
    await employee("00123", "left");
    expect((await enter("00123")).ok).toBe(true);
    await makeUser("gone", { employeeId: await employee("00777", "retired") });
    for (const name of ["00777", "gone"])
      expect(await enter(name)).toMatchObject({ ok: false, fault: { code: "unauthenticated" } });
  });

  it("refuses in the same words whoever it was, and puts down what was tried without the password", async () => {
    await makeUser("disabled", { disabledAt: new Date() });
    const userId = await makeUser("wanglei");
    const refused = { ok: false, fault: { code: "unauthenticated" } };
    expect(await enter("nobody", { address: "10.9.0.1" })).toEqual(refused);
    expect(await enter("disabled", { address: "10.9.0.1" })).toEqual(refused);
    expect(await enter("wanglei", { address: "10.9.0.1", word: "not it at all" })).toEqual(refused);
    expect(await enter("wanglei", { address: "10.9.0.1", word: "x".repeat(100_000) })).toEqual(refused);
    expect(await enter("'; DROP TABLE users; --%_\\\u0000\ud800", { address: "10.9.0.1" })).toEqual(refused);
    const told = (await events("auth.sign_in_failed")).filter((event) => event.address === "10.9.0.1");
    expect(told).toMatchObject([
      { nounId: null, after: { username: "nobody", cause: "unknown" } },
      { after: { username: "disabled", cause: "closed" } },
      { nounId: userId, after: { username: "wanglei", cause: "password" } },
      {},
      {},
    ]);
    expect(JSON.stringify(told.map((event) => event.after))).not.toContain("not it at all");
  });

  it("names the fields left empty", async () => {
    expect(await enter(" ", { word: "" })).toMatchObject({
      fault: { code: "invalid", fields: { username: ["required"], password: ["required"] } },
    });
  });

  it("keeps a long password whole, in whatever composition it is typed", async () => {
    const { hashPassword } = await import("./passwords");
    const long = `${"记 住 ".repeat(20)}é`;
    await makeUser("long", { passwordHash: await hashPassword(long) });
    expect((await enter("long", { word: long.normalize("NFD") })).ok).toBe(true);
    expect((await enter("long", { word: long.slice(0, 70) })).ok).toBe(false);
    expect((await enter("long", { word: `${long} ` })).ok).toBe(false);
  });
});

describe("throttling", () => {
  it("closes an account to an address for longer each time; the right password from another address works", async () => {
    await makeUser("target");
    const answers = [];
    for (let turn = 0; turn < 8; turn++)
      answers.push(await enter("target", { word: "wrong wrong", address: "10.6.6.6" }));
    expect(answers.map((answer) => !answer.ok && answer.fault.code)).toEqual([
      ...Array(5).fill("unauthenticated"),
      ...Array(3).fill("throttled"),
    ]);
    expect(answers[5]).toMatchObject({ fault: { detail: { seconds: 60, minutes: 1 } } });
    expect(await enter("target", { address: "10.6.6.6" })).toMatchObject({ fault: { code: "throttled" } });
    expect((await enter("target", { address: "10.6.6.7" })).ok).toBe(true);
    expect(await events("auth.throttled")).toHaveLength(4);
  });

  it("puts each of fifty wrong passwords down, and answers with a wait from the sixth on", async () => {
    const userId = await makeUser("fifty");
    const codes: string[] = [];
    for (let turn = 0; turn < 50; turn++) {
      const answer = await enter("fifty", { word: "wrong wrong", address: "10.6.5.1" });
      if (!answer.ok) codes.push(answer.fault.code);
    }
    expect(codes).toEqual([...Array(5).fill("unauthenticated"), ...Array(45).fill("throttled")]);
    const told = await db.auditEvent.groupBy({
      by: ["event"],
      where: { nounId: userId, address: "10.6.5.1" },
      _count: true,
    });
    expect(Object.fromEntries(told.map(({ event, _count }) => [event, _count]))).toEqual({
      "auth.sign_in_failed": 5,
      "auth.throttled": 45,
    });
    expect((await enter("fifty", { address: "10.6.5.2" })).ok).toBe(true);
  });

  it("tries one password on thirty of five hundred accounts from one address, and on none of the others", async () => {
    const address = "10.6.5.9";
    const codes: string[] = [];
    for (let turn = 0; turn < 500; turn++) {
      const answer = await enter(`spray${turn}`, { address });
      if (!answer.ok) codes.push(answer.fault.code);
    }
    expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(limits.address.failures);
    expect(codes.slice(limits.address.failures).every((code) => code === "throttled")).toBe(true);
    expect(await db.auditEvent.count({ where: { address } })).toBe(500);
  }, 180_000);

  it("closes for two minutes the second time", async () => {
    await makeUser("again");
    const wrong = () => enter("again", { word: "wrong wrong", address: "10.6.6.8" });
    for (let turn = 0; turn < 6; turn++) await wrong();
    await db.signInThrottle.updateMany({
      where: { key: { startsWith: "pair:" } },
      data: { expire: BigInt(Date.now() - 1) },
    });
    for (let turn = 0; turn < 5; turn++)
      expect(await wrong()).toMatchObject({ fault: { code: "unauthenticated" } });
    expect(await wrong()).toMatchObject({ fault: { code: "throttled", detail: { minutes: 2 } } });
  });

  it("counts fifty at once", async () => {
    await makeUser("parallel");
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => enter("parallel", { word: "wrong wrong", address: "10.6.7.1" })),
    );
    expect(answers.filter((answer) => !answer.ok && answer.fault.code === "unauthenticated")).toHaveLength(5);
  });

  it("holds one password against many accounts from one address", async () => {
    const guess = (turn: number) => enter(`guess${turn}`, { address: "10.6.8.1" });
    expect(await guess(0)).toMatchObject({ fault: { code: "unauthenticated" } });
    await countAs("address:10.6.8.1", limits.address.failures - 1);
    expect(await guess(1)).toMatchObject({ fault: { code: "unauthenticated" } });
    expect(await guess(2)).toMatchObject({ fault: { code: "throttled", detail: { minutes: 15 } } });
    expect(await enter("guess3", { address: "10.6.8.2" })).toMatchObject({
      fault: { code: "unauthenticated" },
    });
  });

  it("holds many addresses against one account", async () => {
    const id = await makeUser("popular");
    const wrong = (turn: number) => enter("popular", { word: "wrong wrong", address: `10.7.0.${turn}` });
    expect(await wrong(0)).toMatchObject({ fault: { code: "unauthenticated" } });
    await countAs(`account:user:${id}`, limits.account.failures - 1);
    expect(await wrong(1)).toMatchObject({ fault: { code: "unauthenticated" } });
    expect(await wrong(2)).toMatchObject({ fault: { code: "throttled", detail: { minutes: 60 } } });
  });

  it("does not count right passwords, and begins anew after one", async () => {
    await makeUser("busy");
    const busy = (word: string) => enter("busy", { word, address: "10.6.9.1" });
    expect((await busy("wrong wrong")).ok).toBe(false);
    await countAs("address:10.6.9.1", limits.address.failures - 5);
    for (let turn = 0; turn < 6; turn++) expect((await busy(password)).ok).toBe(true);
    for (let turn = 0; turn < 2; turn++) {
      for (let again = 0; again < 2; again++)
        expect(await busy("wrong wrong")).toMatchObject({ fault: { code: "unauthenticated" } });
      expect((await busy(password)).ok).toBe(true);
    }
  });
});

/** As if so many had failed already. */
async function countAs(key: string, points: number) {
  expect(await db.signInThrottle.updateMany({ where: { key }, data: { points } })).toEqual({ count: 1 });
}

async function employee(workNumber: string, status: "active" | "left" | "retired") {
  return transaction(async (tx) => {
    const { id } = await tx.employee.create({
      data: {
        name: "职工",
        pinyin: "zhigong",
        initials: "zg",
        formerNames: [],
        workerTypes: [],
        workNumber,
        status,
      },
    });
    await recordEvent(tx, systemActor, { event: "employees.created", noun: "employees", nounId: id });
    return id;
  });
}
