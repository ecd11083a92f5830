import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it } from "vitest";
import { achievement, actors, buildLedger, draft, person, team, title, unit } from "@/e2e/world/ledger";
import type { Actor, Grant } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { listAwards } from "@/lib/awards/queries";
import { confirmAward } from "@/lib/awards/review/commands";
import { readAwardFilter } from "@/lib/awards/schema";
import { db } from "@/lib/db/client";
import { loadMessages } from "@/lib/i18n/catalog";
import { restoreFormula } from "@/lib/kernel/text";
import { deleteLayout, exportAwards, saveLayout, type Download } from "./commands";
import { countExport, listLayouts } from "./queries";
import { exportColumns } from "./schema";

const { admin, hr, recorder, checker, checker2, recorderB, checkerB, sysadmin, jia } = actors;
const now = new Date("2022-12-31T17:00:00Z"); // already 2023 in Shanghai
const messages = await loadMessages("zh-CN");
const words = {
  exports: createTranslator({ locale: "zh-CN", messages, namespace: "exports" }) as (key: string) => string,
  awards: createTranslator({ locale: "zh-CN", messages, namespace: "awards" }) as (key: string) => string,
};
const ids: Record<string, number> = {};

async function award(
  name: string,
  more: Record<string, unknown>,
  { by = recorder, checked = checker as Actor | null } = {},
) {
  const saved = await saveAward(by, draft({ intent: checked ? "submit" : "draft", ...more }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  ids[name] = saved.value.id;
  if (checked)
    expect(await confirmAward(checked, { id: saved.value.id, version: 2 })).toMatchObject({ ok: true });
}

beforeAll(async () => {
  await buildLedger();
  await award("joint", { reason: '=HYPERLINK("http://x")' });
  await award("craftsman", {
    titleId: String(title.craftsman),
    prizeLevelCode: "",
    recipients: [{ employeeId: person.jia }],
    awardDate: "2022",
    bonus: "",
  });
  await award("team", { recipients: [{ teamId: team.welders }], awardDate: "2021-05", documents: [] });
  await award("achievement", {
    recipients: [{ achievementId: achievement.fixture }],
    prizeLevelCode: "second",
    awardDate: "2022-05-03",
  });
  await award("draft", { recipients: [] }, { checked: null });
  await award(
    "across",
    { recipients: [{ employeeId: person.zhang }, { employeeId: person.jia }], bonus: "" },
    { by: { ...admin, userId: recorder.userId }, checked: checker2 },
  );
  await award(
    "ofB",
    { recipients: [{ employeeId: person.zhang }], documents: [] },
    { by: recorderB, checked: checkerB },
  );
});

const grant = (role: Grant["role"], organizationId: number, path: string): Grant => ({
  role,
  organizationId,
  tree: organizationId > 10 ? "union" : "company",
  path,
});
const recorderExporter = {
  ...recorder,
  grants: [...recorder.grants, grant("exporter", unit.unionA, "/11/12/")],
};

type Input = Record<string, unknown>;
const ask = (actor: Actor, more: Input = {}) =>
  exportAwards(
    actor,
    {
      year: "all",
      rowPer: "award",
      format: "csv",
      columns: ["title", "awardDate"],
      reason: "年度汇总",
      ...more,
    },
    { words, english: false, now, signal: new AbortController().signal },
  );

async function download(actor: Actor, more: Input = {}): Promise<Download> {
  const result = await ask(actor, more);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

async function table(actor: Actor, more: Input = {}): Promise<string[][]> {
  const text = await new Response((await download(actor, more)).body).text();
  return parse(text, { bom: true });
}

const lastEvent = () =>
  db.auditEvent.findFirstOrThrow({ where: { event: "awards.exported" }, orderBy: { id: "desc" } });
const exported = () => db.auditEvent.count({ where: { event: "awards.exported" } });

describe("the file", () => {
  const filters: Input[] = [
    {},
    { year: "2022" },
    { year: "" },
    { level: "city", sort: "title" },
    { q: "贾建华", sort: "-level" },
    { subjectKind: "team" },
    { unit: String(unit.companyA), sort: "unit" },
    { state: "draft" },
    { sort: "number" },
    { sort: "-number" },
    { q: "100%" },
  ];

  it.each(filters)("holds what the list shows, in its order: %o", async (filter) => {
    for (const actor of [admin, hr, recorderExporter]) {
      const list = await listAwards(actor, readAwardFilter({ year: "all", ...filter, size: "100" }, 2023));
      const [, ...rows] = await table(actor, {
        ...filter,
        columns: ["ledgerNumber", "title", "awardDate", "state"],
      });
      expect(rows).toEqual(
        list.rows.map((row) => [
          row.ledgerNumber ?? "",
          row.titleName,
          row.awardDate,
          words.awards(`state.${row.state}`),
        ]),
      );
      const recipients = await table(actor, { ...filter, rowPer: "recipient", columns: ["name"] });
      expect(recipients.length - 1).toBe(
        list.rows.reduce((sum, row) => sum + Math.max(1, row.recipientCount), 0),
      );
      expect(await countExport(actor, readAwardFilter({ year: "all", ...filter }, 2023))).toEqual({
        listed: list.total,
        awards: rows.length,
        recipients: recipients.length - 1,
      });
    }
  });

  it("has the columns asked for, in the order asked for, with a row for each recipient", async () => {
    const columns = [
      "place",
      "name",
      "workNumber",
      "recipientBonus",
      "bonus",
      "documentNumber",
      "issuers",
      "grantingBodies",
      "enteredBy",
      "confirmedBy",
      "unitThen",
      "unitNow",
      "prizeLevel",
    ];
    const [header, ...rows] = await table(hr, {
      rowPer: "recipient",
      columns,
      q: "李晓杰",
      prizeLevel: "third",
    });
    expect(header).toEqual(columns.map((column) => words.exports(`columns.${column}`)));
    const shared = [
      "3000",
      "青工发〔2022〕15号",
      "青岛市总工会",
      "青岛市总工会",
      "经办甲",
      "审核甲",
      "甲公司",
      "甲公司",
      "三等奖",
    ];
    expect(rows).toEqual([
      ["第1完成人，共2人", "李晓杰", "0002", "1000", ...shared],
      ["第2完成人，共2人", "贾建华", "0001", "500.5", ...shared],
    ]);
  });

  it("sets the recipients of an award side by side where it has a row of its own", async () => {
    const columns = ["name", "role", "kind", "workNumber", "recipientBonus", "share"];
    const [header, row] = await table(hr, { columns, q: "李晓杰", prizeLevel: "third" });
    expect(header![4]).toBe("个人奖金合计（元）");
    expect(row).toEqual(["李晓杰、贾建华", "第一完成人、—", "职工", "0002、0001", "1500.5", ""]);
  });

  it("says of people no more than the actor sees of them", async () => {
    const columns = ["name", "workNumber", "gender", "unitThen", "unitNow"];
    const across = { rowPer: "recipient", columns, q: "张伟" };
    expect((await table(hr, across)).slice(1)).toEqual([
      ["张伟", "", "", "乙公司", ""],
      ["贾建华", "0001", "", "甲公司", "甲公司"],
    ]);
    expect((await table(admin, across)).slice(1).map((row) => row.slice(0, 2))).toEqual([
      ["张伟", "0003"],
      ["张伟", "0003"],
      ["贾建华", "0001"],
    ]);
  });

  it("keeps texts that look like formulas as texts, in both formats", async () => {
    const more = { columns: ["reason", "bonus"], q: "李晓杰", prizeLevel: "third", reason: "+核对" };
    const [, line] = await table(hr, more);
    expect(line).toEqual([`'=HYPERLINK("http://x")`, "3000"]);
    const { sheets } = await readXlsx(
      await new Response((await download(hr, { ...more, format: "xlsx" })).body).arrayBuffer(),
    );
    const [reason, bonus] = sheets[0]!.rows[1]!;
    expect([restoreFormula(String(reason)), bonus]).toEqual([`=HYPERLINK("http://x")`, 3000]);
    expect(sheets[1]!.rows).toEqual([
      ...[
        ["内容", "一行一条获奖记录"],
        ["年度", "全部年度"],
        ["等级", "三等奖"],
        ["关键字", "李晓杰"],
        ["获奖记录数", "1"],
        ["行数", "1"],
      ],
      ...[
        ["导出人", "人事"],
        ["导出时间", "2023-01-01 01:00"],
        ["导出事由", "'+核对"],
      ],
    ]);
  });

  it("is named after what it is, and says how many rows it has", async () => {
    const { name, mediaType, body } = await download(hr, { format: "xlsx", rowPer: "recipient" });
    await body.cancel();
    expect({ name, mediaType }).toEqual({
      name: "获奖台账_20230101_7条.xlsx",
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
  });

  it("can have every column", async () => {
    const [header, ...rows] = await table(admin, { rowPer: "recipient", columns: exportColumns });
    expect(header).toHaveLength(exportColumns.length);
    expect(new Set(header).size).toBe(exportColumns.length);
    expect(rows.every((row) => row.length === exportColumns.length)).toBe(true);
  });
});

describe("the right", () => {
  it("is one of its own: without it there is no file, no count and no event", async () => {
    const before = await exported();
    for (const actor of [
      recorder,
      checker,
      sysadmin,
      jia,
      { ...jia, grants: [grant("exporter", unit.group, "/1/")] },
      { ...sysadmin, grants: [] },
    ])
      expect(await ask(actor)).toEqual({ ok: false, fault: { code: "not_found" } });
    expect(await exported()).toBe(before);
  });

  it("reaches as far as its own scope, within what the actor reads", async () => {
    const wide = {
      ...recorder,
      grants: [grant("recorder", unit.union, "/11/"), grant("exporter", unit.companyB, "/1/3/")],
    };
    expect((await table(wide, { columns: ["name"] })).slice(1)).toEqual(
      [["张伟、贾建华"], ["张伟"]].toSorted(),
    );
    expect(await countExport(wide, readAwardFilter({ year: "all" }, 2023))).toMatchObject({
      listed: 7,
      awards: 2,
    });
    expect((await table(hr, { columns: ["name"] })).flat()).not.toContain("张伟");
    expect(
      await table(
        { ...hr, grants: [grant("hr", unit.companyB, "/1/3/")] },
        { columns: ["name"], unit: String(unit.companyA) },
      ),
    ).toHaveLength(1);
  });

  it("is put down with filter, columns, count and reason", async () => {
    await table(hr, {
      rowPer: "recipient",
      columns: ["name", "title", "name"],
      level: "city",
      page: "3",
      reason: " 报市总 \u0000",
    });
    expect(await lastEvent()).toMatchObject({
      ...{
        noun: "awards",
        nounId: null,
        actorUserId: hr.userId,
        actorRoles: ["hr"],
        address: "127.0.0.1",
        reason: "报市总",
        before: null,
      },
      after: {
        filter: { year: null, level: "city", sort: "date", direction: "desc" },
        columns: ["name", "title"],
        rowPer: "recipient",
        format: "csv",
        count: 7,
        awards: 5,
      },
    });
  });
});

describe("bad input", () => {
  it.each([
    [{ columns: [] }, { columns: ["columnRequired"] }],
    [{ columns: ["title", "idNumber"] }, { "columns.1": ["unknownValue"] }],
    [{ columns: "password_hash" }, { "columns.0": ["unknownValue"] }],
    [{ format: "exe" }, { format: ["unknownValue"] }],
    [{ rowPer: undefined }, { rowPer: ["unknownValue"] }],
    [{ reason: " \u3000" }, { reason: ["required"] }],
    [{ reason: "长".repeat(501) }, { reason: ["tooLong:500"] }],
    [{ reason: new Blob(["x"]) }, { reason: ["invalid"] }],
  ])("is refused by field, and nothing goes out: %o", async (more, fields) => {
    const before = await exported();
    expect(await ask(hr, more)).toEqual({ ok: false, fault: { code: "invalid", fields } });
    expect(await exported()).toBe(before);
  });
});

describe("layouts", () => {
  const layout = (name: string, more: Input = {}) => ({
    name,
    columns: ["name", "title"],
    rowPer: "award",
    format: "csv",
    ...more,
  });
  it("are saved by name, loaded, overwritten and removed by their owner alone", async () => {
    const saved = await saveLayout(hr, layout(" 月报 "));
    if (!saved.ok) throw new Error(saved.fault.code);
    const { id } = saved.value;
    expect(await listLayouts(hr)).toEqual([
      { id, name: "月报", columns: ["name", "title"], rowPer: "award", format: "csv" },
    ]);
    expect(await listLayouts(admin)).toEqual([]);
    expect(await saveLayout(hr, layout("月报"))).toMatchObject({
      fault: { fields: { name: ["layoutNameTaken"] } },
    });
    expect(await saveLayout(admin, layout("月报"))).toMatchObject({ ok: true });
    expect(await saveLayout(admin, layout("别人的", { id: String(id) }))).toMatchObject({
      fault: { code: "not_found" },
    });
    expect(await deleteLayout(admin, { id })).toMatchObject({ fault: { code: "not_found" } });
    expect(await saveLayout(hr, layout("月报", { id, columns: ["level"], userId: admin.userId }))).toEqual({
      ok: true,
      value: { id },
    });
    expect(await listLayouts(hr)).toMatchObject([{ id, columns: ["level"] }]);
    expect(await deleteLayout(hr, { id })).toMatchObject({ ok: true });
    expect(await listLayouts(hr)).toEqual([]);
  });
  it("need a name and columns, and the right to export", async () => {
    expect(await saveLayout(hr, layout(""))).toMatchObject({ fault: { fields: { name: ["required"] } } });
    expect(await saveLayout(hr, layout("x", { columns: [] }))).toMatchObject({
      fault: { fields: { columns: ["columnRequired"] } },
    });
    expect(await saveLayout(recorder, layout("x"))).toEqual({ ok: false, fault: { code: "not_found" } });
  });
  it("saved twice at once become one", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => saveLayout(hr, layout("同名"))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
