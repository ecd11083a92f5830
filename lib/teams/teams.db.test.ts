import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { actorOver, ids, plantCompany } from "@/lib/auth/testing-company";
import { testDatabase } from "@/lib/db/testing";
import { actingAs } from "@/lib/db/acting";
import { searchServedUnits } from "@/lib/organizations/search/queries";
import { changeTeam, createTeam } from "./commands";
import { getTeam, getTeamForm, listTeams, searchTeams } from "./queries";
import { readTeamFilter } from "./schema";

const { db } = await testDatabase();
const today = "2026-11-27";
let recorder: Actor, other: Actor, admin: Actor, hr: Actor, checker: Actor;

beforeAll(async () => {
  await plantCompany();
  recorder = actorOver("recorder", "北方工会");
  other = actorOver("recorder", "南方工会");
  checker = actorOver("checker", "北方工会");
  admin = actorOver("union_admin", "集团工会");
  hr = actorOver("hr", "南方公司");
});

describe("a team", () => {
  test("is entered with its members, found by name, pinyin and member, and told in the history", async () => {
    const id = await saved(
      createTeam(recorder, {
        ...form("焊接一班"),
        members: [
          row("贾建华", { isLeader: "true", validFrom: "2015年3月" }),
          row("张伟", { validFrom: "2018", validTo: "2020" }),
        ],
      }),
    );
    const team = await getTeam(recorder, id, today);
    expect(team).toMatchObject({ name: "焊接一班", kind: "crew", unit: { name: "焊接班" }, canEdit: true });
    expect(team?.members.map((one) => [one.person.name, one.isLeader, one.validFrom])).toEqual([
      ["贾建华", true, "2015-03"],
    ]);
    expect(team?.formerMembers.map((one) => [one.person.name, one.validTo])).toEqual([["张伟", "2020"]]);
    for (const q of ["焊接一", "hjyb", "hanjie"])
      expect(await searchTeams(recorder, q)).toMatchObject([{ id }]);
    for (const q of ["焊接", "贾建华", "zw"])
      expect((await listTeams(recorder, readTeamFilter({ q }), today)).rows).toMatchObject([
        { id, leaders: ["贾建华"], memberCount: 1 },
      ]);
    expect(await getHistory("teams", id)).toMatchObject([{ event: "teams.created", actorName: "recorder" }]);
  });

  test("keeps what was before in the history", async () => {
    const id = await saved(createTeam(recorder, { ...form("二班"), members: [row("张伟")] }));
    const change = { ...(await present(id)), name: "焊接二班", members: [row("张伟", { validTo: "2024" })] };
    await saved(changeTeam(recorder, change));
    const [event] = await getHistory("teams", id);
    expect(event).toMatchObject({
      event: "teams.changed",
      changes: [
        { field: "name", before: "二班", after: "焊接二班" },
        { field: "members", before: ["张伟(0002) –"], after: ["张伟(0002) –2024"] },
      ],
    });
  });

  test("sent twice is one, and two at once are one too", async () => {
    const sent = { ...form("三班"), members: [row("张伟")] };
    const results = await Promise.all(Array.from({ length: 5 }, () => createTeam(recorder, sent)));
    expect(new Set(results.map((result) => result.ok && result.value.id)).size).toBe(1);
    expect(await db.team.count({ where: { name: "三班" } })).toBe(1);
  });
});

describe("rows", () => {
  test("name the row in which the same person already stands", async () => {
    const twice = [row("张伟"), row("贾建华"), row("张伟", { validFrom: "2020" })];
    expect(await createTeam(recorder, { ...form("四班"), members: twice })).toMatchObject({
      fault: { code: "invalid", fields: { "members.2.employeeId": ["personTwice:1"] } },
    });
    const back = [row("张伟", { validTo: "2018" }), row("张伟", { validFrom: "2020" })];
    await saved(createTeam(recorder, { ...form("四班"), members: back }));
  });

  test("have one leader at a time", async () => {
    const members = [row("贾建华", { isLeader: "true" }), row("张伟", { isLeader: "true" })];
    expect(await createTeam(recorder, { ...form("五班"), members })).toMatchObject({
      fault: { fields: { "members.1.isLeader": ["secondLeader:1"] } },
    });
  });

  test("say which field is at fault", async () => {
    const members = [
      row("张伟", { validFrom: "5月" }),
      { employeeId: "" },
      row("贾建华", { validFrom: "2020", validTo: "2019" }),
    ];
    expect(await createTeam(recorder, { ...form(""), kind: "gang", members })).toMatchObject({
      fault: {
        fields: {
          name: ["required"],
          kind: ["requiredChoice"],
          "members.0.validFrom": ["monthWithoutYear"],
          "members.1.employeeId": ["required"],
        },
      },
    });
    expect(await createTeam(recorder, { ...form("六班"), members: [members[2]] })).toMatchObject({
      fault: { fields: { "members.0.validTo": ["endBeforeStart"] } },
    });
  });

  test("of the time may stay, whoever edits the team", async () => {
    const id = await saved(createTeam(admin, { ...form("联合班"), members: [row("钱南"), row("张伟")] }));
    const known = await getTeam(recorder, id, today);
    expect(known?.members.map(({ person }) => [person.name, person.visible, person.workNumber])).toEqual([
      ["钱南", false, null],
      ["张伟", true, "0002"],
    ]);
    await saved(changeTeam(recorder, { ...(await present(id)), members: [row("钱南")] }));
    const added = { ...(await present(id)), members: [row("钱南"), row("孙借")] };
    await saved(changeTeam(admin, added));
    // Out of the recorder's sight would be a person of another union in another unit.
    await saved(changeTeam(admin, { ...(await present(id)), members: [] }));
    expect(await changeTeam(recorder, { ...(await present(id)), members: [row("钱南")] })).toMatchObject({
      fault: { fields: { "members.0.employeeId": ["outOfScope"] } },
    });
  });
});

describe("scope", () => {
  test("a union's recorder enters for the company whose people are its members, whatever strays", async () => {
    const units = async (who: Actor) => (await searchServedUnits(who, "")).map((unit) => unit.name);
    expect(await units(recorder)).toEqual(["北方公司", "焊接班"]);
    expect(await units(other)).toEqual(["南方公司", "起重班"]);
    expect(await units(admin)).toEqual(["集团", "北方公司", "南方公司", "焊接班", "起重班"]);
    // Also where the wall shows of another company nobody but the stray.
    expect(await actingAs(other, () => units(other))).toEqual(["南方公司", "起重班"]);
    await saved(createTeam(recorder, { ...form("公司攻关队"), unitId: ids.北方公司 }));
    for (const unit of ["集团", "南方公司", "北方工会"])
      expect(await createTeam(recorder, { ...form("别队"), unitId: ids[unit] })).toMatchObject({
        fault: { fields: { unitId: ["outOfScope"] } },
      });
  });

  test("another unit neither reads nor writes", async () => {
    const id = await saved(
      createTeam(recorder, { ...form("公司班"), unitId: ids.北方公司, members: [row("张伟")] }),
    );
    const south = await saved(
      createTeam(other, { ...form("起重一班"), unitId: ids.起重班, members: [row("钱南")] }),
    );
    expect(await getTeam(recorder, south, today)).toBeNull();
    expect(await getTeamForm(recorder, south)).toBeNull();
    expect(await searchTeams(recorder, "起重")).toEqual([]);
    expect((await listTeams(recorder, readTeamFilter({ unit: String(ids.起重班) }), today)).total).toBe(0);
    const change = await present(south);
    expect(await changeTeam(recorder, change)).toMatchObject({ fault: { code: "not_found" } });
    expect(await getTeam(hr, south, today)).toMatchObject({ canEdit: false });
    expect(await getTeam(hr, id, today)).toBeNull();
    for (const reader of [hr, checker]) {
      expect(await createTeam(reader, form("别班"))).toMatchObject({ fault: { code: "forbidden" } });
      expect(await changeTeam(reader, change)).toMatchObject({ fault: { code: "forbidden" } });
    }
    expect((await listTeams(actorOver("auditor", null), readTeamFilter({}), today)).total).toBe(0);
  });

  test("who reads a team through one of its people does not write it", async () => {
    // 孙借 of 南方工会 works in 焊接班.
    const id = await saved(createTeam(admin, { ...form("外借班"), members: [row("孙借")] }));
    expect(await getTeam(other, id, today)).toMatchObject({ canEdit: false });
    expect(await changeTeam(other, await present(id))).toMatchObject({ fault: { code: "forbidden" } });
  });
});

describe("two people", () => {
  test("a stale form gets the present values", async () => {
    const id = await saved(createTeam(recorder, { ...form("七班"), members: [row("张伟")] }));
    const before = await present(id);
    await saved(
      changeTeam(admin, { ...before, name: "新七班", members: [row("贾建华", { isLeader: "true" })] }),
    );
    expect(await changeTeam(recorder, { ...before, name: "七班甲" })).toMatchObject({
      fault: {
        code: "stale",
        current: {
          name: "新七班",
          version: before.version + 1,
          unitId: { id: ids.焊接班, label: "焊接班" },
          members: [
            { employeeId: { id: ids.贾建华, label: "贾建华" }, validFrom: "", validTo: "", isLeader: "true" },
          ],
        },
      },
    });
  });

  test("at once: one is saved, the others are stale, one event is written", async () => {
    const id = await saved(createTeam(recorder, { ...form("八班"), members: [row("张伟")] }));
    const before = await present(id);
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        changeTeam(recorder, { ...before, name: `八班${index}`, members: [row("张伟")] }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.fault.code === "stale")).toHaveLength(5);
    expect(await db.auditEvent.count({ where: { event: "teams.changed", nounId: id } })).toBe(1);
    expect(await db.teamMember.count({ where: { teamId: id } })).toBe(1);
  });
});

const form = (name: string) => ({
  key: randomUUID(),
  name,
  kind: "crew",
  unitId: String(ids.焊接班),
  members: [] as object[],
});

function row(name: string, more: object = {}) {
  return { employeeId: String(ids[name]), validFrom: "", validTo: "", isLeader: "false", ...more };
}

async function present(id: number) {
  const team = await db.team.findFirstOrThrow({ where: { id } });
  return { ...form(team.name), unitId: String(team.unitId), id, version: team.version };
}

async function saved(result: ReturnType<typeof createTeam>): Promise<number> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.fault));
  return done.value.id;
}
