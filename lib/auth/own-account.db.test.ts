import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { changeOwnPassword, endOwnSessions } from "./own-account";
import { findActor } from "./sessions";
import { actorOf, enter, makeUser, password, ticketOf } from "./testing";

const fresh = "四月的海风吹过老厂房";
const read = (ticket: Parameters<typeof findActor>[0]) => findActor(ticket, "10.0.0.1", new Date());

describe("a new password", () => {
  it("ends all other sessions, gives this one a new token, and lets the old password in no more", async () => {
    const userId = await makeUser("changes", { mustChangePassword: true });
    const [mine, other] = [await ticketOf("changes"), await ticketOf("changes")];
    const actor = (await read(mine))!;
    const changed = await changeOwnPassword(actor, { current: password, password: fresh, again: fresh });
    if (!changed.ok) throw new Error(JSON.stringify(changed.fault));
    expect(await read(mine)).toBeNull();
    expect(await read(other)).toBeNull();
    expect(await read(changed.value)).toMatchObject({
      sessionId: actor.sessionId,
      mustChangePassword: false,
    });
    expect((await enter("changes")).ok).toBe(false);
    expect((await enter("changes", { word: fresh })).ok).toBe(true);
    expect(
      await db.auditEvent.findFirstOrThrow({ where: { event: "users.password_changed", nounId: userId } }),
    ).toMatchObject({ after: { sessionsEnded: 1 } });
  });

  it("is refused where it is wrong, short, common, the own name, the old one or typed differently", async () => {
    await makeUser("chensiyuan", { name: "陈思远" });
    const actor = await actorOf("chensiyuan");
    const refused = async (input: object) => {
      const result = await changeOwnPassword(actor, {
        current: password,
        password: fresh,
        again: fresh,
        ...input,
      });
      return result.ok ? null : result.fault.fields;
    };
    expect(await refused({ current: "not this one" })).toEqual({ current: ["passwordWrong"] });
    expect(await refused({ password: "seven77" })).toEqual({ password: ["passwordTooShort:8"] });
    expect(await refused({ password: "woaini1314" })).toEqual({ password: ["passwordCommon"] });
    expect(await refused({ password: "ChenSiYuan1" })).toEqual({ password: ["passwordIsName"] });
    expect(await refused({ password, again: password })).toEqual({ password: ["passwordSame"] });
    expect(await refused({ again: `${fresh} ` })).toEqual({ again: ["passwordMismatch"] });
    expect(await refused({ current: "", again: undefined })).toEqual({
      current: ["required"],
      again: ["required"],
    });
  });

  it("cannot be reached by trying passwords in a session left open", async () => {
    await makeUser("leftopen");
    const actor = await actorOf("leftopen");
    const answers = [];
    for (let turn = 0; turn < 7; turn++)
      answers.push(
        await changeOwnPassword(actor, { current: "a wrong guess", password: fresh, again: fresh }),
      );
    expect(answers.at(-1)).toMatchObject({ fault: { code: "throttled", detail: { minutes: 1 } } });
    expect(
      await changeOwnPassword(actor, { current: password, password: fresh, again: fresh }),
    ).toMatchObject({ fault: { code: "throttled" } });
    expect((await enter("leftopen")).ok).toBe(true);
  });

  it("is set once by two at once", async () => {
    await makeUser("twice");
    const actor = await actorOf("twice");
    const set = (word: string) =>
      changeOwnPassword(actor, { current: password, password: word, again: word });
    const answers = await Promise.all([set(fresh), set(`${fresh}！`)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

it("ends the own other sessions, never the present one and never another's", async () => {
  await makeUser("wanderer");
  await makeUser("stranger");
  const [mine, second, third] = [
    await ticketOf("wanderer"),
    await ticketOf("wanderer"),
    await ticketOf("wanderer"),
  ];
  const [actor, stranger] = [(await read(mine))!, await actorOf("stranger")];
  expect(await endOwnSessions(actor, { sessionId: stranger.sessionId })).toMatchObject({
    fault: { code: "not_found" },
  });
  expect(await endOwnSessions(actor, { sessionId: actor.sessionId })).toMatchObject({
    fault: { code: "not_found" },
  });
  expect(await endOwnSessions(actor, { sessionId: (await read(second))!.sessionId })).toMatchObject({
    value: { ended: 1 },
  });
  expect(await endOwnSessions(actor, { sessionId: "" })).toMatchObject({ value: { ended: 1 } });
  expect(await read(third)).toBeNull();
  expect(await read(mine)).not.toBeNull();
});
