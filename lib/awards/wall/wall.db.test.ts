import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { achievement, actors, audited, buildLedger, draft, person, title } from "@/e2e/world/ledger";
import { admin2, alone, conferred, paper, plantRevocations, recorded, team } from "@/e2e/world/revocations";
import { asNobody, asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { TestDatabase } from "@/lib/db/testing";
import { decidePublicity } from "@/lib/employees/publicity/commands";
import { saveAward } from "../commands";
import { confirmAnnulment, recordAnnulment } from "../annulments/commands";
import { confirmRevocation } from "../revocations/commands";
import { voidAward } from "../review/commands";
import { settleValidity } from "../validity/commands";
import { listWall, listWallYears } from "./queries";
import { readWallFilter, type WallFilter } from "./schema";

const { recorder, checker, admin, jia } = actors;
let world: TestDatabase;

beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
});
// What one story put on the wall is not in the way of the next.
beforeEach(async () => {
  await decide(true);
  await world.ownerSql("ALTER TABLE awards DISABLE TRIGGER USER");
  await world.ownerSql("UPDATE awards SET visibility = 'internal'");
  await world.ownerSql("ALTER TABLE awards ENABLE TRIGGER USER");
});

/** What a visitor sees, who is nobody. */
const wall = (more: Partial<WallFilter> = {}, size = 24) =>
  asNobody(() => listWall({ ...readWallFilter({}), ...more }, size));
const names = async (more: Partial<WallFilter> = {}) =>
  (await wall(more)).entries.map(({ recipients }) =>
    recipients.flatMap(({ name, members }) => [name, ...members]).join(" "),
  );
const decide = (allowed: boolean, actor = jia) =>
  decidePublicity(actor, { id: person.jia, scope: "wall", allowed: String(allowed) });
const revoke = async (awardId: number, target: string) => {
  const id = await recorded(awardId, { target });
  expect(await confirmRevocation(checker, { id, version: 1 })).toMatchObject({ ok: true });
  return id;
};
const annul = async (id: number) => {
  const input = { id, version: 2, documentId: paper.annulment, annulledOn: "2025-08-01", reason: "复查属实" };
  expect(await recordAnnulment(admin, input)).toMatchObject({ ok: true });
  expect(await confirmAnnulment(admin2, { id, version: 3 })).toMatchObject({ ok: true });
};
const recipientOf = async (awardId: number, position: number) => {
  const [row] = await world.ownerSql<{ id: number }>(
    "SELECT id FROM award_recipients WHERE award_id = $1 AND position = $2",
    [awardId, position],
  );
  return row!.id;
};

describe("a visitor", () => {
  it("sees an honor that stands as it was at the time, and nothing beside it", async () => {
    const id = await conferred();
    expect(await wall()).toEqual({
      entries: [
        {
          ...{ id, year: 2022, awardDate: "2022-12", rank: null, past: false },
          titleName: "青岛市职工创新成果",
          titleNameEn: "Qingdao employee innovation achievement",
          level: { code: "city", zh: "地市", en: expect.any(String) },
          prizeLevel: { code: "third", zh: "三等奖", en: expect.any(String) },
          bodies: [{ name: "青岛市总工会", nameEn: null }],
          recipients: [
            { name: "李晓杰", unit: "甲公司", kind: "employee", members: [] },
            { name: "贾建华", unit: "甲公司", kind: "employee", members: [] },
          ],
        },
      ],
      ...{ total: 1, over: false, after: null, before: null },
    });
    expect(await asNobody(listWallYears)).toEqual([2022]);
  });

  it("comes to the views and tables by no other way, and writes nothing", async () => {
    await conferred(alone);
    for (const view of ["wall_awards", "wall_recipients"])
      for (const statement of [`SELECT FROM ${view}`, `DELETE FROM ${view}`])
        await expect(asNobody(() => world.appSql(statement))).rejects.toThrow(
          /permission denied|cannot (delete|update)/,
        );
    expect(await asNobody(() => db.award.count())).toBe(0);
    expect(await asNobody(() => db.awardRecipient.count())).toBe(0);
    expect(await asNobody(() => db.employee.count())).toBe(0);
    const [columns] = await world.ownerSql<{ names: string[] }>(
      "SELECT proargnames AS names FROM pg_proc WHERE proname = 'wall_entries'",
    );
    expect(columns!.names).toEqual([
      ...["ids", "id", "year", "award_date", "title_name", "title_name_en", "level_code", "category_code"],
      ...["prize_level_code", "rank", "past", "bodies", "recipients"],
    ]);
  });

  it("sees no draft, nothing that waits, and nothing internal", async () => {
    const id = await conferred(alone);
    await conferred({ ...alone, visibility: "internal" });
    for (const intent of ["draft", "submit"])
      expect(await saveAward(recorder, draft({ ...alone, intent }))).toMatchObject({ ok: true });
    expect((await wall()).entries.map((entry) => entry.id)).toEqual([id]);
  });

  it("sees a team by its name with the people of the time", async () => {
    await conferred(team);
    expect(await names()).toEqual([expect.stringMatching(/^焊接班 .*贾建华/)]);
  });
});

describe("the next request after", () => {
  it("a revocation of the whole, and its annulment", async () => {
    const id = await conferred(alone);
    const caseId = await revoke(id, "award");
    expect(await names()).toEqual([]);
    await annul(caseId);
    expect(await names()).toEqual(["贾建华"]);
  });

  it("a revocation of one winner, who is shown again when it is annulled", async () => {
    const id = await conferred();
    const caseId = await revoke(id, `recipient:${await recipientOf(id, 2)}`);
    expect(await names()).toEqual(["李晓杰"]);
    await annul(caseId);
    expect(await names()).toEqual(["李晓杰 贾建华"]);
  });

  it("a revocation of one member: the team stays", async () => {
    const id = await conferred(team);
    const before = (await names())[0]!.split(" ");
    expect(before).toContain("贾建华");
    const [member] = await world.ownerSql<{ position: number }>(
      "SELECT position FROM award_members WHERE award_id = $1 AND employee_id = $2",
      [id, person.jia],
    );
    await revoke(id, `member:${await recipientOf(id, 1)}:${member!.position}`);
    expect((await names())[0]!.split(" ")).toEqual(before.filter((name) => name !== "贾建华"));
  });

  it("an award was voided", async () => {
    const id = await conferred(alone);
    expect(await voidAward(admin, { id, version: 3, reason: "录入有误" })).toMatchObject({ ok: true });
    expect(await names()).toEqual([]);
  });

  it("its validity ran out: it is past, and stays", async () => {
    await conferred({ ...alone, validTo: "2023" });
    await asSystem(() => settleValidity(new Date("2026-06-01T00:00:00Z")));
    expect((await wall()).entries).toMatchObject([{ past: true }]);
  });

  it("somebody does not want to be shown: joint winners stay, the own honor goes, and a team loses the name alone", async () => {
    await conferred();
    await conferred({ ...alone, awardDate: "2021", awardYear: "2021" });
    await conferred(team);
    await decide(false);
    const shown = await names();
    expect(shown.join(" ")).not.toContain("贾建华");
    expect(shown).toHaveLength(2);
    expect(shown).toContain("李晓杰");
    expect(shown.some((text) => text.startsWith("焊接班"))).toBe(true);
    await decide(true);
    expect(await names()).toHaveLength(3);
  });

  it("a record was merged into that of somebody who does not want to be shown", async () => {
    await conferred({ recipients: [{ employeeId: String(person.li) }] });
    const merge = (into: number | null) =>
      world.ownerSql(
        `${audited} UPDATE employees SET merged_into_id = ${into ?? "NULL"}, version = version + 1 WHERE id = ${person.li}`,
      );
    await merge(person.jia);
    expect(await names()).toEqual(["李晓杰"]);
    await decide(false);
    expect(await names()).toEqual([]);
    await merge(null);
    expect(await names()).toEqual(["李晓杰"]);
  });

  it("an achievement became secret", async () => {
    await conferred({ recipients: [{ achievementId: achievement.fixture }], bonus: "" });
    expect((await names())[0]).toContain("管道焊接工装");
    await world.ownerSql(`${audited} UPDATE achievements SET secrecy = 'internal', version = version + 1`);
    expect(await names()).toEqual([]);
    await world.ownerSql(`${audited} UPDATE achievements SET secrecy = 'open', version = version + 1`);
  });
});

describe("a keyword", () => {
  it("finds names by characters and as they are read, and titles", async () => {
    await conferred();
    await conferred({ titleId: title.craftsman, prizeLevelCode: "", ...alone, bonus: "" });
    for (const q of ["贾建华", "建华", "jiajianhua", "jjh"]) expect(await names({ q })).toHaveLength(2);
    expect(await names({ q: "李晓杰" })).toEqual(["李晓杰 贾建华"]);
    expect(await names({ q: "青岛工匠" })).toEqual(["贾建华"]);
    expect(await names({ q: "没有这个人" })).toEqual([]);
    expect(await names({ q: "焊接" })).toEqual([]);
  });

  it("does not tell that somebody who is not shown had a part in it", async () => {
    await conferred();
    await decide(false);
    for (const q of ["贾建华", "jjh", "0001"]) expect(await names({ q })).toEqual([]);
    expect(await names({ q: "李晓杰" })).toEqual(["李晓杰"]);
  });
});
