import { beforeAll, describe, expect, test } from "vitest";
import { actors, buildLedger, draft, person, unit } from "@/e2e/world/ledger";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import type { TestDatabase } from "@/lib/db/testing";
import { storeUpload } from "@/lib/files/upload";
import { markRead } from "@/lib/inbox/commands";
import { listMessages } from "@/lib/inbox/queries";
import { saveAward } from "../commands";
import { confirmAward } from "../review/commands";
import { answerRequest, createRequest, withdrawRequest } from "./commands";
import { getRequest, getRequestFile, listOwnRequests, listRequests, openRequests } from "./queries";
import { readRequestFilter } from "./schema";

const { recorder, checker, admin, recorderB, hr, sysadmin, jia } = actors;
/** 李晓杰 has no account in the ledger's world, but could have one. */
const li: Actor = { ...jia, userId: 4711, employeeId: person.li, name: "李晓杰" };
let world: TestDatabase;
let joint = 0;
let craftsman = 0;

beforeAll(async () => {
  world = await buildLedger();
  joint = await effective({});
  craftsman = await effective({
    ...{ titleId: "2", prizeLevelCode: "", bonus: "", awardDate: "2022" },
    recipients: [{ employeeId: String(person.li) }],
  });
});

async function effective(more: Record<string, unknown>): Promise<number> {
  const saved = await saveAward(recorder, draft({ intent: "submit", ...more }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  await confirmAward(checker, { id: saved.value.id, version: 2 });
  return saved.value.id;
}

const key = () => crypto.randomUUID();
const declared = (more: Record<string, unknown> = {}) => ({
  ...{ key: key(), titleText: "山东省焊接技术能手", grantedByText: "", awardDate: "2009" },
  ...{ explanation: "证书原件在本人处", ...more },
});
async function sent(more: Record<string, unknown> = {}, actor = jia): Promise<number> {
  const made = await createRequest(actor, declared(more));
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  return made.value.id;
}
const accept = (id: number, more: Record<string, unknown> = {}) => ({
  ...{ id, version: 1, decision: "accepted", answer: "情况属实", ...more },
});
const stateOf = async (id: number) =>
  (await world.ownerSql<{ state: string }>("SELECT state FROM award_requests WHERE id = $1", [id]))[0]?.state;
const ids = async (actor: Actor, params: Record<string, string> = {}) =>
  (await listRequests(actor, readRequestFilter({ state: "all", ...params }))).rows.map(({ id }) => id);

describe("asking", () => {
  test("a person asks for a correction of an own award, with a file, and finds it among their requests", async () => {
    const file = await upload(jia);
    const made = await createRequest(jia, {
      key: key(),
      awardId: String(joint),
      explanation: "岗位应为班长",
      files: [String(file)],
    });
    const id = made.ok ? made.value.id : 0;
    expect((await listOwnRequests(jia))[0]).toMatchObject({
      ...{ id, kind: "correction", awardId: joint, titleName: "青岛市职工创新成果", state: "open" },
      files: [{ id: file, name: "证书.pdf" }],
    });
    expect(await getHistory("award_requests", id)).toMatchObject([
      { event: "award_requests.created", actorName: "贾建华" },
    ]);
    const again = await createRequest(jia, { key: key(), awardId: String(joint), explanation: "再问" });
    expect(again).toMatchObject({ ok: false, fault: { detail: { message: "requestPending" } } });
    expect(await getRequestFile(jia, id, file)).toMatchObject({ name: "证书.pdf" });
    expect(await getRequestFile(recorder, id, file)).not.toBeNull();
    for (const stranger of [li, recorderB, hr, sysadmin])
      expect(await getRequestFile(stranger, id, file)).toBeNull();
  });

  test("another's award is not there, nor is another's file, and nothing is left of either attempt", async () => {
    const before = (await listOwnRequests(jia)).length;
    expect(
      await createRequest(jia, { key: key(), awardId: String(craftsman), explanation: "不是我的" }),
    ).toMatchObject({ ok: false, fault: { code: "not_found" } });
    const file = await upload(recorder);
    expect(await createRequest(jia, declared({ files: [String(file)] }))).toMatchObject({
      ok: false,
      fault: { fields: { files: ["fileMissing"] } },
    });
    expect(await listOwnRequests(jia)).toHaveLength(before);
  });

  test("who has no record asks for nothing", async () => {
    expect(await createRequest(recorder, declared())).toMatchObject({
      ok: false,
      fault: { code: "forbidden" },
    });
  });

  test.each([
    [{ titleText: " " }, { titleText: ["required"] }],
    [{ explanation: "" }, { explanation: ["required"] }],
    [{ explanation: "字".repeat(2001) }, { explanation: ["tooLong:2000"] }],
    [{ awardDate: "5月" }, { awardDate: ["monthWithoutYear"] }],
    [{ awardDate: "2099" }, { awardDate: ["dateInFuture"] }],
    [{ key: "x" }, { key: ["invalid"] }],
  ])("a faulty field is named: %j", async (more, fields) => {
    expect(await createRequest(jia, declared(more))).toMatchObject({
      ok: false,
      fault: { code: "invalid", fields },
    });
  });

  test("a double press makes one request; what does not belong to the form is not written", async () => {
    const form = declared({ state: "accepted", employeeId: String(person.li), answer: "x" });
    const made = await Promise.all(Array.from({ length: 8 }, () => createRequest(jia, form)));
    expect(new Set(made.map((one) => (one.ok ? one.value.id : one.fault.code))).size).toBe(1);
    expect((await listOwnRequests(jia))[0]).toMatchObject({ state: "open", answer: null });
    const other = await createRequest(jia, { ...form, explanation: "别的" });
    expect(other).toMatchObject({ ok: false, fault: { code: "mismatch" } });
  });
});

describe("the union's list", () => {
  test("holds the requests of people in scope; another unit, HR and the administrator see none", async () => {
    const id = await sent({ titleText: "百分之%百" });
    for (const actor of [recorder, checker, admin]) expect(await ids(actor)).toContain(id);
    for (const actor of [recorderB, hr, sysadmin, li]) {
      expect(await ids(actor)).toEqual([]);
      expect(await openRequests(actor)).toEqual({ total: 0, rows: [] });
      expect(await getRequest(actor, id)).toBeNull();
    }
    expect(await ids(recorder, { q: "%" })).toEqual([id]);
    expect(await ids(recorder, { q: "jjh" })).toContain(id);
    expect(await ids(recorder, { kind: "correction" })).not.toContain(id);
    expect(await ids(admin, { unit: String(unit.unionB) })).toEqual([]);
    expect(await ids(admin, { unit: String(unit.companyA) })).toContain(id);
    expect(await getRequest(recorder, id)).toMatchObject({
      canAnswer: true,
      employee: { name: "贾建华", workNumber: "0001" },
    });
  });
});

describe("answering", () => {
  test("is put down, and the person is told", async () => {
    const id = await sent();
    expect(await answerRequest(recorder, { ...accept(id), answer: " " })).toMatchObject({
      ok: false,
      fault: { fields: { answer: ["required"] } },
    });
    expect(await answerRequest(recorder, accept(id, { resultAwardId: String(joint) }))).toMatchObject({
      ok: true,
    });
    expect(await getRequest(recorder, id)).toMatchObject({
      ...{ state: "accepted", answer: "情况属实", answeredBy: "经办甲", result: { id: joint } },
      canAnswer: false,
    });
    expect((await getHistory("award_requests", id))[0]).toMatchObject({
      event: "award_requests.accepted",
      actorName: "经办甲",
    });
    const box = await listMessages(jia, { unread: true });
    expect(box.rows[0]).toMatchObject({
      kind: "request_accepted",
      nounId: id,
      data: { title: "山东省焊接技术能手", answer: "情况属实" },
    });
    expect(await markRead(li, { id: box.rows[0]!.id })).toEqual({ ok: true, value: { count: 0 } });
    expect(await markRead(jia, { id: box.rows[0]!.id })).toEqual({ ok: true, value: { count: 1 } });
    expect((await listMessages(jia)).unread).toBe(box.unread - 1);
  });

  test("links an award of that person alone", async () => {
    const id = await sent();
    const wrong = await answerRequest(recorder, accept(id, { resultAwardId: String(craftsman) }));
    expect(wrong).toMatchObject({ ok: false, fault: { fields: { resultAwardId: ["unknownValue"] } } });
    expect(await stateOf(id)).toBe("open");
  });

  test("of two at once, one does and the other is told", async () => {
    const id = await sent();
    const answers = await Promise.all(
      [recorder, checker, admin, recorder].map((actor, at) =>
        answerRequest(actor, accept(id, { decision: at % 2 ? "declined" : "accepted" })),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(answer.fault).toMatchObject({ detail: { message: "alreadyDecided" } });
    expect(await getHistory("award_requests", id)).toHaveLength(2);
  });

  test("is for another unit's union, HR or the person themselves never", async () => {
    const id = await sent();
    expect(await answerRequest(recorderB, accept(id))).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    for (const actor of [hr, sysadmin, jia, li])
      expect(await answerRequest(actor, accept(id))).toMatchObject({
        ok: false,
        fault: { code: "forbidden" },
      });
    const self: Actor = { ...recorder, employeeId: person.jia };
    expect(await answerRequest(self, accept(id))).toMatchObject({
      ok: false,
      fault: { code: "forbidden", detail: { message: "ownRequest" } },
    });
    expect((await openRequests(self)).rows.map((row) => row.id)).not.toContain(id);
    expect(await getRequest(self, id)).toMatchObject({ canAnswer: false });
    expect(await stateOf(id)).toBe("open");
  });
});

describe("withdrawing", () => {
  test("is for the person alone, and ends it", async () => {
    const id = await sent();
    for (const actor of [li, recorder, recorderB])
      expect(await withdrawRequest(actor, { id, version: 1 })).toMatchObject({
        ok: false,
        fault: { code: "not_found" },
      });
    expect(await withdrawRequest(jia, { id, version: 1 })).toMatchObject({ ok: true });
    const decided = { ok: false, fault: { detail: { message: "alreadyDecided" } } };
    expect(await withdrawRequest(jia, { id, version: 2 })).toMatchObject(decided);
    expect(await answerRequest(recorder, accept(id, { version: 2 }))).toMatchObject(decided);
    expect(await stateOf(id)).toBe("withdrawn");
    expect((await getHistory("award_requests", id))[0]).toMatchObject({ event: "award_requests.withdrawn" });
  });

  test("beside an answer, one of the two happens", async () => {
    const id = await sent();
    const both = await Promise.all([
      withdrawRequest(jia, { id, version: 1 }),
      answerRequest(recorder, accept(id)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

async function upload(actor: Actor): Promise<number> {
  const stored = await storeUpload(actor, {
    ...{ sha256: "0".repeat(64), name: "证书.pdf", mediaType: "application/pdf", size: 10 },
  });
  if (!stored.ok) throw new Error(stored.fault.code);
  return stored.value.id;
}
