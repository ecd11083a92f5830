import { beforeAll, describe, expect, it } from "vitest";
import { recordEvent, systemActor } from "@/lib/audit/record";
import { actorOver, ids, plantCompany } from "@/lib/auth/testing-company";
import type { Actor } from "@/lib/auth/roles";
import { enter, makeUser } from "@/lib/auth/testing";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { activateAccount, cancelActivation, issueActivations } from "./commands";
import { listActivations } from "./queries";
import { activationDays, stateOfActivation, usernamesFor } from "./rules";
import { readActivationFilter, type Slips } from "./schema";

const now = new Date("2026-04-30T08:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 24 * 3600_000);
const word = "四月的海风吹过老厂房";
let north: Actor;
let south: Actor;

beforeAll(async () => {
  await plantCompany();
  const userId = await makeUser("hand");
  north = { ...actorOver("recorder", "北方工会"), userId };
  south = { ...actorOver("union_admin", "南方工会"), userId };
});

async function slipsOf(result: Promise<{ ok: boolean }>): Promise<Slips["slips"]> {
  const answer = (await result) as { ok: true; value: Slips } | { ok: false; fault: unknown };
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value.slips;
}
const issue = (actor: Actor, names: string[], at = now) =>
  issueActivations(actor, { employees: names.map((name) => ids[name]) }, at);
const activate = (
  workNumber: string,
  code: string,
  { at = now, password = word, address = "10.1.0.1" } = {},
) => activateAccount({ address }, { workNumber, code, password, again: password }, at);

describe("slips", () => {
  it("are made for one's own members without an account, by name or by unit; codes are kept nowhere", async () => {
    const slips = await slipsOf(issueActivations(north, { unitId: ids.北方工会 }, now));
    expect(slips.map(({ name, workNumber }) => [name, workNumber])).toEqual([
      ["贾建华", "0001"],
      ["张伟", "0002"],
    ]);
    const kept = JSON.stringify([
      await db.activation.findMany(),
      await db.auditEvent.findMany({ select: { after: true } }).then((rows) => rows),
    ]);
    for (const { code } of slips) expect(kept).not.toContain(code);
    expect(await db.auditEvent.count({ where: { event: "activations.issued" } })).toBe(1);
    const { rows } = await listActivations(north, readActivationFilter({ state: "open" }), now);
    expect(rows.map((row) => row.name).sort()).toEqual(["张伟", "贾建华"]);
  });

  it("of another unit do not exist: neither made, nor seen, nor cancelled", async () => {
    expect(await issue(south, ["贾建华"])).toMatchObject({
      fault: { fields: { employees: ["activationNotPossible"] } },
    });
    expect(await issueActivations(south, { unitId: ids.北方工会 }, now)).toMatchObject({
      fault: { code: "not_found" },
    });
    expect(await issueActivations(actorOver("hr", "集团"), { employees: [ids.张伟] })).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect((await listActivations(south, readActivationFilter({}), now)).total).toBe(0);
    const { id } = await db.activation.findFirstOrThrow({
      where: { employeeId: ids.张伟!, cancelledAt: null },
    });
    expect(await cancelActivation(south, { id })).toMatchObject({ fault: { code: "not_found" } });
  });

  it("replace each other: of two made at once, or one after the other, one counts", async () => {
    const [first] = await slipsOf(issue(north, ["张伟"]));
    const answers = await Promise.all([issue(north, ["张伟"]), issue(north, ["张伟"])]);
    expect(answers.some((answer) => answer.ok)).toBe(true);
    expect(
      await db.activation.count({ where: { employeeId: ids.张伟!, usedAt: null, cancelledAt: null } }),
    ).toBe(1);
    expect(await activate("0002", first!.code)).toMatchObject({
      fault: { detail: { message: "activationWrong" } },
    });
  });

  it("name whom they are for", async () => {
    expect(await issueActivations(north, {})).toMatchObject({
      fault: { fields: { employees: ["activationForWhom"] } },
    });
  });
});

describe("activation", () => {
  it("makes the account once, signs in by work number, and is put down", async () => {
    const [slip] = await slipsOf(issue(north, ["贾建华"]));
    const typed = slip!.code.toUpperCase().replaceAll("-", " ");
    expect(await activate("0001", typed, { password: "short" })).toMatchObject({
      fault: { fields: { password: ["passwordTooShort:8"] } },
    });
    expect(await activate("0001", typed, { password: "贾建华贾建华贾建华" })).toMatchObject({
      fault: { fields: { password: ["passwordIsName"] } },
    });
    const both = await Promise.all([activate("0001", typed), activate("0001", typed)]);
    expect(both.filter((answer) => answer.ok)).toEqual([{ ok: true, value: { username: "0001" } }]);
    expect((await enter("0001", { word })).ok).toBe(true);
    expect(await activate("0001", typed)).toMatchObject({
      fault: { detail: { message: "activationWrong" } },
    });
    expect(await issue(north, ["贾建华"])).toMatchObject({ ok: false });
    const user = await db.user.findFirstOrThrow({ where: { username: "0001" } });
    expect(user).toMatchObject({ name: "贾建华", employeeId: ids.贾建华, mustChangePassword: false });
    expect(await db.auditEvent.count({ where: { event: "activations.used" } })).toBe(1);
  });

  it("is refused in the same words for a wrong code, another's work number, a slip too old or cancelled, and a person who left", async () => {
    const refused = { ok: false, fault: { code: "invalid", detail: { message: "activationWrong" } } };
    const [slip] = await slipsOf(issue(south, ["孙借"]));
    expect(await activate("0003", "aaaa-bbbb-cccc")).toEqual(refused);
    expect(await activate("0004", slip!.code)).toEqual(refused);
    expect(await activate("9999", slip!.code)).toEqual(refused);
    expect(await activate("0003", slip!.code, { at: later(activationDays) })).toEqual(refused);
    const { id } = await db.activation.findFirstOrThrow({
      where: { employeeId: ids.孙借!, cancelledAt: null },
    });
    const cancel = await Promise.all([cancelActivation(south, { id }), cancelActivation(south, { id })]);
    expect(cancel.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await activate("0003", slip!.code)).toEqual(refused);
    const [other] = await slipsOf(issue(south, ["钱南"]));
    await transaction(async (tx) => {
      await tx.employee.update({ where: { id: ids.钱南! }, data: { status: "retired" } });
      await recordEvent(tx, systemActor, {
        event: "employees.status_changed",
        noun: "employees",
        nounId: ids.钱南!,
      });
    });
    expect(await activate("0004", other!.code, { address: "10.1.0.2" })).toEqual(refused);
  });

  it("closes to an address that goes on guessing", async () => {
    for (let turn = 0; turn < 5; turn++)
      expect(await activate("0002", `aaaa-bbbb-ccc${turn}`, { address: "10.1.0.9" })).toMatchObject({
        fault: { code: "invalid" },
      });
    expect(await activate("0002", "aaaa-bbbb-cccc", { address: "10.1.0.9" })).toMatchObject({
      fault: { code: "throttled" },
    });
  });
});

it("reads a slip's state, and makes a user name out of any work number", () => {
  const row = { usedAt: null, cancelledAt: null, expiresAt: later(1) };
  expect(stateOfActivation(row, now)).toBe("open");
  expect(stateOfActivation(row, later(1))).toBe("expired");
  expect(stateOfActivation({ ...row, cancelledAt: now }, later(2))).toBe("cancelled");
  expect(stateOfActivation({ ...row, usedAt: now }, later(2))).toBe("used");
  expect(usernamesFor("A0012", 7)).toEqual(["a0012", "a0012-7", "employee-7"]);
  expect(usernamesFor("(临) 1", 7)).toEqual(["employee-7"]);
});
