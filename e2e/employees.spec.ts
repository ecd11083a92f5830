import { expect, test } from "./fixtures";
import { query } from "./world/database";
import { ask, card, mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

test("a person is entered, told apart from a namesake, found in the list and transferred", async ({ as }) => {
  const { digits, stems } = mark();
  const name = `周${stems}`;
  const page = await as("recorder");

  async function enter(post: string) {
    await page.goto("/employees/new");
    await ready(page);
    await page.getByLabel("姓名", { exact: true }).fill(name);
    await page.getByLabel("入职日期").fill("2020");
    await pick(page, "所在单位", "焊接一班", "焊接一班");
    await pick(page, "所属工会", "锅炉工程工会", "锅炉工程工会");
    await page.getByLabel("岗位", { exact: true }).fill(post);
  }
  async function chooseUnit(unit: string) {
    const item = page.getByRole("treeitem", { name: unit });
    await expect(async () => {
      if (!(await item.isVisible())) await page.getByLabel("查找单位").fill(unit);
      await item.click({ timeout: 2_000 });
    }).toPass();
  }
  const save = page.getByRole("button", { name: "保存", exact: true });

  await test.step("two people of one name are compared before the second is entered", async () => {
    await enter("电焊工");
    await page.getByLabel("工号", { exact: true }).fill(`T${digits}`);
    await save.click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    const first = new URL(page.url()).pathname;

    await enter("钳工");
    await save.click();
    await expect(page.getByText("已有同名职工，请先比对", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name })).toHaveAttribute("href", first);
    await expect(page.getByLabel("岗位", { exact: true })).toHaveValue("钳工");
    await page.getByLabel("已比对，与以上人员不是同一人").check();
    await save.click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page).not.toHaveURL(new RegExp(`${first}$`));
  });

  await test.step("the query bar and the unit tree narrow the list, and the address says so", async () => {
    await page.goto("/employees?tree=company");
    await page.getByLabel("关键词").fill(name);
    await page.getByRole("button", { name: "查询" }).click();
    await expect(page.getByText("共 2 条", { exact: true })).toBeVisible();
    await chooseUnit("锅炉公司");
    await expect(page).toHaveURL(/[?&]unit=\d+/);
    expect(new URL(page.url()).searchParams.get("q")).toBe(name);
    await expect(page.getByText("共 2 条", { exact: true })).toBeVisible();
    await chooseUnit("汽机公司");
    await expect(page.getByText("没有符合条件的职工")).toBeVisible();
    await page.reload();
    await expect(page.getByText("没有符合条件的职工")).toBeVisible();
  });

  await test.step("a transfer ends the old assignment and keeps it", async () => {
    await page.goto(`/employees?q=T${digits}`);
    await page.getByRole("rowheader", { name }).getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    const dialog = await ask(page, "调动");
    await dialog.getByRole("button", { name: "移除 焊接一班" }).click();
    await pick(dialog, "所在单位", "高压试验班", "高压试验班");
    await dialog.getByLabel("岗位", { exact: true }).fill("试验工");
    await dialog.getByLabel("新任职起始日期").fill("2026-03-01");
    await dialog.getByRole("button", { name: "调动", exact: true }).click();
    await expect(dialog).toBeHidden();
    const assignments = card(page, "任职经历").getByRole("listitem");
    await expect(assignments).toHaveCount(2);
    await expect(assignments.nth(0)).toContainText(/高压试验班.*2026年3月1日 起.*试验工/s);
    await expect(assignments.nth(1)).toContainText(/焊接一班.*2020年 至 2026年.*电焊工/s);
  });
});

test("pinyin and initials find the three 张伟, each told apart", async ({ as }) => {
  const page = await as("union");
  for (const typed of ["zhangwei", "zw"]) {
    await page.goto(`/employees?size=100&q=${typed}`);
    const namesakes = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^张伟$/ }) });
    await expect(namesakes).toHaveCount(3);
    for (const workNumber of ["03003", "03004", "01001"])
      await expect(namesakes.filter({ hasText: workNumber })).toHaveCount(1);
  }
  await page.goto("/awards/new");
  await ready(page, "保存草稿");
  const field = page.getByRole("combobox", { name: /^添加/ });
  await field.fill("zhangwei");
  const options = page.locator(`[id="${await field.getAttribute("aria-controls")}"]`).getByRole("option");
  await expect(options.filter({ hasText: /焊接一班.*03003/ })).toHaveCount(1);
  await expect(options.filter({ hasText: /本体班.*03004/ })).toHaveCount(1);
  await expect(options.filter({ hasText: /测量班.*01001/ })).toHaveCount(1);
});

test("the list sorts and pages through its address; the timeline names the place among the contributors", async ({
  as,
}) => {
  const page = await as("union");
  await page.goto("/employees?q=90&size=20");
  await page.getByRole("columnheader", { name: "工号" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=workNumber/);
  await page.getByRole("columnheader", { name: "工号" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=-workNumber/);
  await expect(page.getByRole("columnheader", { name: "工号" })).toHaveAttribute("aria-sort", "descending");
  await page.getByLabel("每页").selectOption("10");
  await expect(page).toHaveURL(/size=10/);
  await expect(page.getByRole("rowheader")).toHaveCount(10);
  const numbers = await page.locator("tbody tr td:nth-of-type(1)").allInnerTexts();
  expect(numbers).toEqual([...numbers].sort().reverse());
  await page.getByRole("link", { name: "第 2 页" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/第 11–\d+ 条/)).toBeVisible();

  const [second] = await query<{ id: number; n: number }>(`
    SELECT m.employee_id AS id, (SELECT count(*)::int FROM award_members x WHERE x.recipient_id = m.recipient_id) AS n
    FROM award_members m JOIN award_recipients r ON r.id = m.recipient_id JOIN awards a ON a.id = m.award_id
    WHERE m.position = 2 AND r.achievement_id IS NOT NULL AND a.state = 'effective' ORDER BY a.id LIMIT 1`);
  await page.goto(`/employees/${second!.id}`);
  const timeline = page.getByRole("region", { name: "荣誉时间线" });
  await expect(timeline.getByText(`第2完成人，共${second!.n}人`).first()).toBeVisible();
});
