import { expect, test } from "./fixtures";
import { number, query } from "./world/database";
import { ask, confirm, mark } from "./world/steps";
import {
  apply,
  corrected,
  filledTemplate,
  gbkCsv,
  importAwards,
  readReturned,
  tab,
  workbook,
  type Row,
} from "./world/workbooks";

test.describe.configure({ timeout: 240_000 });

const title = "公司先进生产者";
/** Joint winners, five manners of dates; then two namesakes and three faults. */
const rows: Row[] = [
  [1, title, "贾建华、李晓杰", "03001、03002", "2022.5"],
  [2, title, "王芳", "03005", "2022年5月"],
  [3, title, "单立新", "03007", "２０２２-5-1"],
  [4, title, "仇国栋", "03008", 44682],
  [5, title, "解春雷", "03009", "2022"],
  [6, title, "张伟", null, "2022.6"],
  [7, title, "李娜", "03006", "2022.13"],
  [8, "公司先进生产都", "贾建华", "03001", "2022.7"],
  [9, title, "钱无此", null, "2022.8"],
];
const imported = (state: string) =>
  number(
    "SELECT count(*) AS n FROM awards WHERE source = 'import' AND title_name = $1 AND state::text = $2",
    [title, state],
  );

test("a messy workbook is taken in, corrected through the one that comes back, applied, and undone", async ({
  as,
}) => {
  const page = await as("recorder");
  let returned: Awaited<ReturnType<typeof readReturned>>;

  await test.step("headings are found below the merged titles, and every fault is named", async () => {
    await importAwards(page, await workbook("2022年先进个人.xlsx", rows));
    await expect(page.getByText("4 行有误，整批暂不能写入")).toBeVisible();
    await tab(page, "新增", 5);
    await tab(page, "有误", 4);
    const faulty = page.getByRole("table", { name: "有误的行" });
    await expect(faulty.getByRole("row").filter({ hasText: "李娜" })).toContainText("2022.13");
    await expect(faulty.getByRole("row").filter({ hasText: "钱无此" })).toBeVisible();
    expect(await imported("draft")).toBe(0);
  });

  await test.step("of two namesakes a person says which is meant", async () => {
    const candidates = page.getByRole("list", { name: "请选定“张伟”是哪一位" });
    await expect(candidates.getByRole("listitem").filter({ hasText: "工号 03003" })).toBeVisible();
    await candidates
      .getByRole("listitem")
      .filter({ hasText: "工号 03004" })
      .getByRole("button", { name: /选定/ })
      .click();
    await tab(page, "有误", 3);
    await tab(page, "新增", 6);
  });

  await test.step("the workbook comes back with reasons and colours, all else as it was", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载带错误原因的文件", exact: true }).click(),
    ]);
    returned = await readReturned(download);
    expect(returned.rows[0]![0]).toBe("三公司2022年度先进个人汇总表");
    expect(returned.rows[2]).toEqual(["序号", "荣誉名称", "获奖人", "职工工号", "获奖时间", "错误原因"]);
    const reasons = returned.rows.slice(3).map((row) => row[5] ?? null);
    expect(reasons.slice(0, 6)).toEqual([null, null, null, null, null, null]);
    expect(reasons.slice(6)).toEqual([
      expect.stringContaining("2022.13"),
      expect.stringContaining("公司先进生产都"),
      expect.stringContaining("钱无此"),
    ]);
    expect(returned.isColoured(9, 4)).toBe(true);
    expect(returned.isColoured(3, 4)).toBe(false);
  });

  await test.step("corrected in Excel it goes through, joint winners as one award", async () => {
    const file = await corrected(returned.bytes, "2022年先进个人-改.xlsx", [
      [8, 3, "03004"],
      [9, 4, "2022.12"],
      [10, 1, title],
      [11, 2, "李晓杰"],
      [11, 3, "03002"],
    ]);
    await importAwards(page, file);
    await tab(page, "新增", 9);
    await apply(page);
    await expect(page.getByText("已写入 9 条")).toBeVisible();
    expect(await imported("draft")).toBe(9);
    const [joint] = await query<{ names: string[]; date: string }>(
      `SELECT array_agg(r.name ORDER BY r.position) AS names, a.award_date AS date FROM awards a JOIN award_recipients r ON r.award_id = a.id
       WHERE a.source = 'import' GROUP BY a.id HAVING count(*) = 2`,
    );
    expect(joint).toEqual({ names: ["贾建华", "李晓杰"], date: "2022-05" });
    const dates = await query<{ date: string }>(
      "SELECT award_date AS date FROM awards WHERE source = 'import' ORDER BY id",
    );
    expect(dates.map(({ date }) => date).slice(0, 5)).toEqual([
      "2022-05",
      "2022-05",
      "2022-05-01",
      "2022-05-01",
      "2022",
    ]);
  });

  const batch = page.url();
  await test.step("its twin as CSV in GBK is all there already", async () => {
    const twin = rows.slice(0, 5);
    await importAwards(page, gbkCsv("2022年先进个人.csv", twin));
    await tab(page, "重复", 5);
    await expect(page.getByText("没有需要写入的内容")).toBeVisible();
    await expect(page.getByRole("button", { name: "确认写入", exact: true })).toHaveCount(0);
    expect(await imported("draft")).toBe(9);
  });

  await test.step("the whole is undone, and nothing was removed", async () => {
    await page.goto(batch);
    const dialog = await ask(page, "撤回整批");
    await dialog.getByRole("textbox").fill("名单有误，按新通知重报");
    await dialog.getByRole("button", { name: "撤回整批", exact: true }).click();
    await expect(page.getByText("这批数据已整批撤回")).toBeVisible();
    expect([await imported("draft"), await imported("void")]).toEqual([0, 9]);
  });
});

test("what was submitted by an import another person confirms as a whole; a changed row bars the undo", async ({
  as,
}) => {
  const page = await as("recorder");
  await page.goto("/exchange/imports/new?kind=awards");
  const file = await workbook("2021年先进个人.xlsx", [
    [1, title, "贾建华", "03001", "2021.5"],
    [2, title, "李晓杰", "03002", "2021.5"],
  ]);
  await page.getByLabel("表格文件").setInputFiles(file);
  await page.getByRole("button", { name: "上传并识别", exact: true }).click();
  await expect(page.getByText("必填字段都已对应。")).toBeVisible();
  await page.getByRole("radio", { name: /提交待核/ }).check();
  await page.getByRole("button", { name: "开始校验", exact: true }).click();
  // Nothing says which decision stands behind them.
  await tab(page, "有误", 2);

  await page.getByRole("link", { name: "修改列对应", exact: true }).click();
  await page.getByRole("radio", { name: /存为草稿/ }).check();
  await page.getByRole("button", { name: "开始校验", exact: true }).click();
  await tab(page, "新增", 2);
  await apply(page);
  await expect(page.getByText("已写入 2 条")).toBeVisible();
  const batch = page.url();

  await page
    .getByRole("link", { name: /查看记录/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/awards\/\d+$/);
  await (await ask(page, "作废")).getByRole("textbox").fill("重复登记");
  await confirm(page, "作废");
  await page.goto(batch);
  const dialog = await ask(page, "撤回整批");
  await dialog.getByRole("textbox").fill("重报");
  await dialog.getByRole("button", { name: "撤回整批", exact: true }).click();
  await expect(page.getByText("未能撤回：1 条记录写入后又有变动")).toBeVisible();
});

test("each kind has a template that is filled, taken in and undone", async ({ as }) => {
  const page = await as("union");
  const { digits, stems } = mark();
  const kinds: [string, Record<string, string>][] = [
    [
      "organizations",
      {
        单位代码: `T${digits}`,
        单位名称: `${stems}试验小组`,
        单位类型: "工会小组",
        上级单位: "HD03-GH",
        设立日期: "2020",
      },
    ],
    [
      "employees",
      {
        姓名: `孙${stems.slice(-2)}`,
        工号: `T${digits}`,
        单位: "HD03",
        所属工会: "HD03-GH",
        出生年月: "1990.5",
        入职日期: "2015",
      },
    ],
    [
      "titles",
      { 荣誉称号: `公司${stems}标兵`, 表彰项目: "公司表彰", 类别: "综合", 级别: "公司", 授予对象: "个人" },
    ],
    [
      "achievements",
      {
        成果名称: `${stems}工装`,
        类型: "技术革新",
        完成单位: "HD03",
        完成人: "贾建华、李晓杰",
        工号: "03001、03002",
      },
    ],
    ["awards", { 荣誉称号: title, 获奖日期: "2019.5", "获奖人/主体": "贾建华", 工号: "03001" }],
  ];
  for (const [kind, row] of kinds) {
    await test.step(kind, async () => {
      await importAwards(page, await filledTemplate(page, kind, row), kind);
      await tab(page, "新增", 1);
      await apply(page);
      await expect(page.getByText("已写入 1 条")).toBeVisible();
      const dialog = await ask(page, "撤回整批");
      await dialog.getByRole("textbox").fill("试填");
      await dialog.getByRole("button", { name: "撤回整批", exact: true }).click();
      await expect(page.getByText("这批数据已整批撤回")).toBeVisible();
    });
  }
});

test("what is no workbook is refused with a sentence, before or after it went up", async ({ as }) => {
  const page = await as("recorder");
  const send = async (name: string, buffer: Buffer) => {
    await page.goto("/exchange/imports/new?kind=awards");
    await page.getByLabel("表格文件").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByRole("button", { name: "上传并识别", exact: true }).click();
  };
  await send("名单.xlsx", Buffer.from("MZ\x90\x00 no workbook"));
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page).toHaveURL(/\/new/);
  await send("名单.csv", Buffer.alloc(100_000));
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page).toHaveURL(/\/new/);
});
