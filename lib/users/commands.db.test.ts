import { describe, expect, it } from "vitest";
import { findActor } from "@/lib/auth/sessions";
import { makeAdministrator, makeEmployee, makeUser, ticketOf } from "@/lib/auth/testing";
import { db } from "@/lib/db/client";
import * as commands from "./commands";
import { listUsers } from "./queries";
import { readUserFilter } from "./schema";

const address = "10.0.0.1";
const versionOf = async (id: number) => (await db.user.findFirstOrThrow({ where: { id } })).version;

describe("an administrator", () => {
  it("makes an account, whose first password is shown once and has to be changed", async () => {
    const admin = await makeAdministrator("admin");
    const made = await commands.createUser(admin, {
      username: "Zhang.San",
      name: "张三",
      employeeId: "",
      passwordHash: "x",
      mustChangePassword: "false",
      roles: ["sysadmin"],
    });
    if (!made.ok) throw new Error(JSON.stringify(made.fault));
    const ticket = await ticketOf("zhang.san", { word: made.value.initialPassword });
    expect(await findActor(ticket, address, new Date())).toMatchObject({
      userId: made.value.id,
      mustChangePassword: true,
      grants: [],
    });
    const [event] = await db.auditEvent.findMany({
      where: { event: "users.created", nounId: made.value.id },
    });
    expect(event).toMatchObject({
      actorUserId: admin.userId,
      actorRoles: ["sysadmin"],
      after: { username: "zhang.san", name: "张三" },
    });
    expect(
      JSON.stringify(await db.auditEvent.findMany({ select: { before: true, after: true, reason: true } })),
    ).not.toContain(made.value.initialPassword);
    expect(
      await commands.createUser(admin, { username: "zhang.SAN", name: "张三", employeeId: "" }),
    ).toMatchObject({ fault: { fields: { username: ["usernameTaken"] } } });
  });

  it("links an employee at work, once, and takes the name from there", async () => {
    const admin = await makeAdministrator("linker");
    const [working, retired] = [
      await makeEmployee("李晓杰", "active"),
      await makeEmployee("王退休", "retired"),
    ];
    const made = await commands.createUser(admin, {
      username: "lixiaojie",
      name: "",
      employeeId: String(working),
    });
    expect(made).toMatchObject({ ok: true });
    expect(await db.user.findFirstOrThrow({ where: { username: "lixiaojie" } })).toMatchObject({
      name: "李晓杰",
      employeeId: working,
    });
    const refused = async (employeeId: string, username = "x1") =>
      commands.createUser(admin, { username, name: "某", employeeId });
    expect(await refused(String(working))).toMatchObject({
      fault: { fields: { employeeId: ["employeeHasAccount"] } },
    });
    expect(await refused(String(retired))).toMatchObject({
      fault: { fields: { employeeId: ["employeeNotAtWork"] } },
    });
    expect(await refused("999999")).toMatchObject({ fault: { fields: { employeeId: ["badId"] } } });
  });

  it("saves a page that is up to date, and is told what changed otherwise", async () => {
    const admin = await makeAdministrator("editor");
    const id = await makeUser("edited");
    const version = await versionOf(id);
    const save = (name: string) =>
      commands.changeUser(admin, { id, version, username: "edited", name, employeeId: "" });
    const answers = await Promise.all(["甲", "乙", "丙"].map(save));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const { name } = await db.user.findFirstOrThrow({ where: { id } });
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      fault: { code: "stale", current: { version: version + 1, name } },
    });
    expect(
      await db.auditEvent.findFirstOrThrow({ where: { event: "users.changed", nounId: id } }),
    ).toMatchObject({ before: { name: "edited" }, after: { name } });
  });
});

it("finds accounts by name, work number, role and state, and % finds only itself", async () => {
  const admin = await makeAdministrator("finder");
  const employeeId = await makeEmployee("欧阳静", "active", "W7788");
  await makeUser("ouyang", { employeeId, name: "欧阳静" });
  await makeUser("percent", { name: "100%" });
  await makeUser("under_score");
  const find = async (params: Record<string, string>) =>
    (await listUsers(admin, readUserFilter(params))).rows.map((row) => row.username);
  expect(await find({ q: "欧阳" })).toEqual(["ouyang"]);
  expect(await find({ q: "W77" })).toEqual(["ouyang"]);
  expect(await find({ q: "%" })).toEqual(["percent"]);
  expect(await find({ q: "_" })).toEqual(["under_score"]);
  expect(await find({ role: "sysadmin", q: "finder" })).toEqual(["finder"]);
  expect(await find({ state: "disabled", q: "ouyang" })).toEqual([]);
  expect(await find({ state: "open", q: "ouyang", sort: "-lastSignInAt" })).toEqual(["ouyang"]);
});
