import { readFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "./fixtures";
import { number, query } from "./world/database";
import { ask, confirm, downloaded, pick, scan } from "./world/steps";

/**
 * The notice of December 2022 on its whole way: entered by a branch recorder, confirmed by another person, seen by Jia
 * Jianhua, exported by HR and compared cell by cell.
 */
const documentNumber = "青工发〔2022〕115号";
const rows = [
  {
    title: "青岛大工匠",
    typed: "青岛大工匠",
    subject: "贾建华",
    search: "jjh",
    option: /贾建华.*03001/,
    prize: null,
  },
  {
    title: "青岛工匠",
    typed: "青岛工匠",
    subject: "李晓杰",
    search: "lixiaojie",
    option: /李晓杰.*03002/,
    prize: null,
  },
  {
    title: "青岛市职工创新成果",
    typed: "职工创新成果",
    subject: "2022年“一匠五创”职工创新成果（一）（名称待核）",
    search: "一匠五创",
    option: /（一）/,
    prize: "三等奖",
  },
  {
    title: "青岛市职工创新成果",
    typed: "职工创新成果",
    subject: "2022年“一匠五创”职工创新成果（二）（名称待核）",
    search: "一匠五创",
    option: /（二）/,
    prize: "三等奖",
  },
];

test("the notice of 2022 goes from the form to the ledger, to the employee's page and to HR's export", async ({
  as,
}) => {
  test.setTimeout(300_000);
  const recorder = await as("recorder");
  const links: string[] = [];

  await test.step("the recorder enters the document with its scan, and the first award", async () => {
    await recorder.goto("/awards/new");
    const dialog = await ask(recorder, "新建表彰文件");
    await dialog.getByLabel("文号").fill("青工发(２０２２)115");
    await dialog.getByLabel("标题").fill("青岛市总工会关于公布2022年“一匠五创”活动名单的通报");
    await dialog.getByLabel("种类").selectOption({ label: "通报" });
    await pick(dialog, "发文机关", "qdszgh", /青岛市总工会/);
    await dialog.getByLabel("成文日期").fill("2022年12月");
    await dialog.locator("input[type=file]").setInputFiles(scan);
    await expect(dialog.locator('input[type="hidden"][name="files[]"]')).toHaveCount(1);
    await dialog.getByRole("button", { name: "保存", exact: true }).click();
    await expect(dialog).toBeHidden();
  });
  const [{ id: documentId } = { id: 0 }] = await query<{ id: number }>(
    "SELECT id FROM documents WHERE number_key = $1",
    [documentNumber],
  );
  expect(await number("SELECT count(*) AS n FROM document_files WHERE document_id = $1", [documentId])).toBe(
    1,
  );

  for (const [i, row] of rows.entries()) {
    await test.step(`the recorder enters ${row.title}: ${row.subject}`, async () => {
      if (i > 0) await recorder.goto(`/awards/new?document=${documentId}`);
      await pick(recorder, "荣誉称号", row.typed, row.title);
      if (row.prize) await recorder.getByLabel("等级", { exact: true }).selectOption({ label: row.prize });
      await recorder.getByLabel("获奖日期").fill("2022.12");
      await pick(recorder, /^添加/, row.search, row.option);
      await recorder.getByRole("button", { name: "提交", exact: true }).click();
      await confirm(recorder, "确认");
      await expect(recorder).toHaveURL(/\/awards\/\d+$/);
      await expect(recorder.getByText("待核", { exact: true }).first()).toBeVisible();
      links.push(new URL(recorder.url()).pathname);
    });
  }

  await test.step("who entered it may not confirm it", async () => {
    await expect(recorder.getByRole("button", { name: "核准" })).toHaveCount(0);
  });

  const checker = await as("checker");
  for (const link of links) {
    await test.step(`another person confirms ${link}`, async () => {
      await checker.goto(link);
      await ask(checker, "核准");
      await confirm(checker, "核准");
      await expect(checker.getByText(/2022-\d{6}/).first()).toBeVisible();
    });
  }

  await test.step("Jia Jianhua sees his own honor, and nobody else's", async () => {
    const jia = await as("jiajianhua", { viewport: { width: 390, height: 844 } });
    await jia.goto("/me");
    await expect(jia.getByText("青岛大工匠").first()).toBeVisible();
    await expect(jia.getByText("2022年12月").first()).toBeVisible();
    expect(await jia.locator("main").innerText()).not.toContain("李晓杰");
    for (const link of links) expect((await jia.request.get(link)).status()).toBe(404);
  });

  await test.step("HR exports the list as it stands on the screen, and the file says the same cell by cell", async () => {
    const hr = await as("hr");
    await hr.goto(`/awards?year=2022&q=${encodeURIComponent(documentNumber)}`);
    await expect(hr.getByText("共 4 条").first()).toBeVisible();
    await hr.getByRole("link", { name: "导出" }).click();
    await hr.getByLabel("导出事由").fill("年度表彰台账上报");
    const download = await downloaded(hr, () =>
      hr.getByRole("button", { name: "导出", exact: true }).click(),
    );
    expect(download.suggestedFilename()).toMatch(/^获奖台账_\d{8}_4条\.xlsx$/);
    const { sheets } = await readXlsx(new Uint8Array(await readFile(await download.path())));
    const [head, ...cells] = sheets[0]!.rows.map((row) =>
      row.map((cell) => (cell === null ? "" : String(cell))),
    );
    const column = (name: string) => head!.indexOf(name);
    const seen = cells.map((line) =>
      ["荣誉称号", "级别", "等级", "获奖主体", "获奖日期", "文号", "状态"].map((name) => line[column(name)]),
    );
    const expected = rows.map((row) => [
      row.title,
      "地市",
      row.prize ?? "",
      row.subject,
      "2022-12",
      "青工发(２０２２)115",
      "有效",
    ]);
    expect(seen.sort()).toEqual(expected.sort());
    const ledgerNumbers = await query<{ n: string }>(
      "SELECT ledger_number AS n FROM awards a JOIN award_documents d ON d.award_id = a.id WHERE d.document_id = $1 ORDER BY 1",
      [documentId],
    );
    expect(cells.map((line) => line[column("台账编号")]).sort()).toEqual(ledgerNumbers.map(({ n }) => n));
    const [event] = await query<{ after: { count: number; filter: unknown }; reason: string }>(
      "SELECT after, reason FROM audit_events WHERE event = 'awards.exported' AND reason = '年度表彰台账上报' ORDER BY id DESC LIMIT 1",
    );
    expect(event).toMatchObject({ reason: "年度表彰台账上报" });
    expect(JSON.stringify(event!.after)).toContain("2022");
  });
});
