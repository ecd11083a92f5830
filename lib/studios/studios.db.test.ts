import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { actorOver, ids, plantCompany } from "@/lib/auth/testing-company";
import { testDatabase } from "@/lib/db/testing";
import { changeStudio, createStudio } from "./commands";
import { getStudio, getStudioForm, listStudios } from "./queries";
import { searchStudios } from "./search/queries";
import { readStudioFilter } from "./schema";

const { db } = await testDatabase();
const today = "2026-11-27";
let recorder: Actor, other: Actor, admin: Actor;

beforeAll(async () => {
  await plantCompany();
  recorder = actorOver("recorder", "北方工会");
  other = actorOver("recorder", "南方工会");
  admin = actorOver("union_admin", "集团工会");
});

describe("a studio", () => {
  test("is entered with its leaders, place and means, and found again", async () => {
    const id = await saved(
      createStudio(recorder, {
        ...form("贾建华工匠创新工作室"),
        ...{ foundedOn: "2016年5月", place: "焊接基地2号厂房", area: "120.5 平方米", funding: "35" },
        ...{ field: "高压管道焊接", goals: "攻关\n\n传艺" },
        members: [row("贾建华", { isLeader: "true" }), row("张伟", { isLeader: "true", validTo: "2020" })],
      }),
    );
    expect(await getStudio(recorder, id, today)).toMatchObject({
      ...{ foundedOn: "2016-05", area: "120.50", funding: "35.00", goals: "攻关\n\n传艺", canEdit: true },
      members: [{ person: { name: "贾建华" }, isLeader: true }],
      formerMembers: [{ person: { name: "张伟" }, isLeader: true }],
    });
    for (const q of ["工匠", "管道", "jjh", "张伟"])
      expect((await listStudios(recorder, readStudioFilter({ q }), today)).rows).toMatchObject([
        { id, leaders: ["贾建华"], memberCount: 1 },
      ]);
    for (const q of ["贾建华工匠", "gjcxgzs"])
      expect(await searchStudios(recorder, q)).toMatchObject([{ id }]);
    expect(await getHistory("studios", id)).toMatchObject([{ event: "studios.created" }]);
  });

  test("tells in the history what changed", async () => {
    const id = await saved(createStudio(recorder, { ...form("测量工作室"), funding: "10" }));
    await saved(changeStudio(recorder, { ...(await present(id)), funding: "12.5", place: "测绘楼" }));
    expect((await getHistory("studios", id))[0]).toMatchObject({
      event: "studios.changed",
      changes: [
        { field: "place", before: null, after: "测绘楼" },
        { field: "funding", before: "10.00", after: "12.50" },
      ],
    });
  });

  test("says which field is at fault", async () => {
    const members = [row("张伟"), row("张伟", { validFrom: "2020" })];
    expect(
      await createStudio(recorder, { ...form("x"), area: "很大", funding: "-1", foundedOn: "5月" }),
    ).toMatchObject({
      fault: {
        fields: { area: ["area"], funding: ["moneyNegative"], foundedOn: ["monthWithoutYear"] },
      },
    });
    expect(await createStudio(recorder, { ...form("x"), members })).toMatchObject({
      fault: { fields: { "members.1.employeeId": ["personTwice:1"] } },
    });
    expect(await createStudio(recorder, { ...form("工".repeat(201)), key: "x" })).toMatchObject({
      fault: { fields: { name: ["tooLong:200"], key: ["invalid"] } },
    });
  });
});

describe("scope", () => {
  test("another unit neither reads nor writes, and who only reads does not write", async () => {
    const id = await saved(createStudio(other, { ...form("起重工作室"), unitId: ids.起重班 }));
    expect(await getStudio(recorder, id, today)).toBeNull();
    expect(await getStudioForm(recorder, id)).toBeNull();
    expect(await searchStudios(recorder, "起重")).toEqual([]);
    expect((await listStudios(recorder, readStudioFilter({ q: "起重" }), today)).total).toBe(0);
    const change = await present(id);
    expect(await changeStudio(recorder, change)).toMatchObject({ fault: { code: "not_found" } });
    expect(await changeStudio(actorOver("hr", "集团"), change)).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect(await createStudio(recorder, { ...form("x"), unitId: ids.起重班 })).toMatchObject({
      fault: { fields: { unitId: ["outOfScope"] } },
    });
    expect(await createStudio(recorder, { ...form("x"), members: [row("钱南")] })).toMatchObject({
      fault: { fields: { "members.0.employeeId": ["outOfScope"] } },
    });
  });
});

describe("two people", () => {
  test("at once: one is saved, the others get the present values", async () => {
    const id = await saved(createStudio(recorder, form("两人工作室")));
    const before = await present(id);
    const results = await Promise.all(
      Array.from({ length: 5 }, (_, index) => changeStudio(admin, { ...before, name: `工作室${index}` })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const { name } = await db.studio.findFirstOrThrow({ where: { id } });
    for (const result of results.filter((one) => !one.ok))
      expect(result).toMatchObject({
        fault: { code: "stale", current: { name, version: before.version + 1 } },
      });
    expect(await db.auditEvent.count({ where: { event: "studios.changed", nounId: id } })).toBe(1);
  });

  test("a form sent twice makes one studio", async () => {
    const sent = form("一次工作室");
    const results = await Promise.all([createStudio(recorder, sent), createStudio(recorder, sent)]);
    expect(results[0]).toEqual(results[1]);
    expect(await createStudio(recorder, { ...sent, name: "别的" })).toMatchObject({
      fault: { code: "mismatch" },
    });
  });
});

const form = (name: string) => ({
  ...{ key: randomUUID(), name, unitId: String(ids.焊接班), foundedOn: "", place: "", area: "", funding: "" },
  ...{ field: "", goals: "", members: [] as object[] },
});

function row(name: string, more: object = {}) {
  return { employeeId: String(ids[name]), validFrom: "", validTo: "", isLeader: "false", ...more };
}

async function present(id: number) {
  const { name, unitId, version } = await db.studio.findFirstOrThrow({ where: { id } });
  return { ...form(name), unitId: String(unitId), id, version };
}

async function saved(result: ReturnType<typeof createStudio>): Promise<number> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.fault));
  return done.value.id;
}
