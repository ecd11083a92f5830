import { expect, test } from "./fixtures";
import { mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

test("a new title is used in an award with what it allows, and nothing else", async ({ as }) => {
  const { digits } = mark();
  const name = `检修标兵${digits}`;
  const union = await as("union");

  await test.step("the union's administrator puts it into the catalog", async () => {
    await union.goto("/honors/new");
    await ready(union);
    await union.getByLabel("称号名称").fill(name);
    await union.getByLabel("类别").selectOption({ label: "技能" });
    for (const [group, choices] of [
      ["可授级别", ["公司", "部门"]],
      ["可设等级", ["金奖", "银奖"]],
      ["授予对象", ["个人", "创新成果"]],
    ] as const)
      for (const choice of choices)
        await union.getByRole("group", { name: group }).getByLabel(choice, { exact: true }).check();
    await union.getByRole("button", { name: "保存", exact: true }).click();
    await expect(union.getByRole("heading", { level: 1, name })).toBeVisible();
    await union.goto(`/honors?q=${name}`);
    await expect(union.getByRole("row", { name }).getByText("金奖、银奖")).toBeVisible();
  });

  await test.step("the award form offers just that", async () => {
    const page = await as("recorder");
    await page.goto("/awards/new");
    await ready(page, "保存草稿");
    await pick(page, "荣誉称号", name, name);
    const options = (label: string) =>
      page.getByLabel(label, { exact: true }).locator("option:not([value=''])");
    await expect(options("级别")).toHaveText(["公司", "部门"]);
    await expect(options("等级")).toHaveText(["金奖", "银奖"]);
    const kinds = page.getByRole("group", { name: "主体类型" }).getByRole("radio");
    await expect(kinds).toHaveCount(2);
    await expect(page.getByRole("radio", { name: "职工" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "创新成果" })).toBeVisible();

    await page.getByLabel("级别", { exact: true }).selectOption({ label: "部门" });
    await page.getByLabel("获奖日期").fill("2026.4");
    await pick(page, "添加职工", "03003", /张伟/);
    await page.getByLabel("获奖理由").fill("检修比武");
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "确认", exact: true }).click();
    await expect(page.getByText("该荣誉称号分等级，请选择等级").first()).toBeVisible();
    await expect(page.getByLabel("获奖理由")).toHaveValue("检修比武");
    await page.getByLabel("等级", { exact: true }).selectOption({ label: "银奖" });
    await page.getByRole("button", { name: "保存草稿", exact: true }).click();
    await expect(page).toHaveURL(/\/awards\/\d+$/);
    await expect(page.getByText("银奖").first()).toBeVisible();
  });

  await test.step("who records may look the catalog up, not change it", async () => {
    const { request } = (await as("recorder")).context();
    expect((await request.get("/honors/new")).status()).toBe(404);
  });
});
