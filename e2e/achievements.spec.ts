import { expect, test } from "./fixtures";
import { mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

test("an achievement keeps its contributors in their order", async ({ as }) => {
  const { digits } = mark();
  const name = `对口焊接工装${digits}`;
  const page = await as("recorder");
  const rows = page.getByRole("table", { name: "完成人" }).getByRole("row");

  await test.step("the recorder enters it with two contributors", async () => {
    await page.goto("/achievements/new");
    await ready(page);
    await page.getByLabel("成果名称").fill(name);
    await page.getByLabel("类型", { exact: true }).first().selectOption({ label: "技术革新" });
    await pick(page, "完成单位", "焊接一班", "焊接一班");
    await page.getByLabel("完成时间").fill("2026年3月");
    const list = page.getByRole("group", { name: "完成人名单" });
    for (const workNumber of ["03001", "03003"]) {
      await list.getByRole("button", { name: "添加完成人" }).click();
      await pick(list, "完成人", workNumber, new RegExp(workNumber));
    }
    await list.getByLabel("贡献占比（%）").nth(0).fill("60");
    await list.getByLabel("贡献占比（%）").nth(1).fill("40");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(rows.nth(1)).toContainText(/第一完成人.*贾建华.*60%/s);
    await expect(rows.nth(2)).toContainText(/第2完成人.*张伟.*40%/s);
  });

  await test.step("moving the second up makes it the first, with what belongs to it", async () => {
    await page.getByRole("link", { name: "编辑", exact: true }).click();
    await ready(page);
    await page.getByRole("button", { name: "上移第2完成人" }).click();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page).toHaveURL(/\/achievements\/\d+$/);
    await expect(rows.nth(1)).toContainText(/第一完成人.*张伟.*40%/s);
    await expect(rows.nth(2)).toContainText(/第2完成人.*贾建华.*60%/s);
  });

  await test.step("the list finds it, and another unit does not", async () => {
    const path = new URL(page.url()).pathname;
    await page.goto(`/achievements?q=${name}`);
    await expect(page.getByRole("row", { name })).toBeVisible();
    expect((await (await as("exporter")).request.get(path)).status()).toBe(404);
  });
});
