import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { buildExports, download, type Input, recorderExporter, table, words } from "@/e2e/world/exports";
import { actors, unit } from "@/e2e/world/ledger";
import { listAwards } from "@/lib/awards/ledger/queries";
import { readAwardFilter } from "@/lib/awards/schema";
import { restoreFormula } from "@/lib/kernel/text";
import { countExport } from "./queries";
import { exportColumns } from "./schema";

const { admin, hr } = actors;

beforeAll(buildExports, 60_000);

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
