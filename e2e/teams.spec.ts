import { expect, test } from "./fixtures";
import { mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

test("a team keeps who belonged to it, and who has left", async ({ as }) => {
  const { digits } = mark();
  const name = `吊装攻关组${digits}`;
  const page = await as("recorder");
  await page.goto("/teams/new");
  await ready(page);
  await page.getByLabel("名称", { exact: true }).fill(name);
  await pick(page, "所属单位", "起重班", "起重班");
  await page.getByLabel("类型", { exact: true }).selectOption({ label: "攻关团队" });
  const list = page.getByRole("group", { name: "成员名单" });
  for (const [index, workNumber] of ["03001", "03003"].entries()) {
    await list.getByRole("button", { name: "添加成员" }).click();
    await pick(list, "成员", workNumber, new RegExp(workNumber));
    await list.getByLabel("加入时间").nth(index).fill("2024.1");
  }
  await list.getByLabel("负责人").first().check();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const present = page.getByRole("table", { name: "现有成员" });
  await expect(present.getByRole("row", { name: /贾建华/ })).toContainText("负责人");
  await expect(present.getByRole("row", { name: /张伟/ })).toContainText("2024年1月 起");

  await page.getByRole("link", { name: "编辑", exact: true }).click();
  await ready(page);
  await list.getByLabel("离开时间").nth(1).fill("2026.2");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(
    page.getByRole("table", { name: "曾任成员" }).getByRole("row", { name: /张伟/ }),
  ).toContainText("2024年1月 至 2026年2月");
  await expect(present.getByRole("row", { name: /张伟/ })).toHaveCount(0);

  const path = new URL(page.url()).pathname;
  await page.goto(`/teams?q=${name}`);
  await expect(page.getByRole("row", { name })).toContainText("贾建华");
  expect((await (await as("exporter")).request.get(path)).status()).toBe(404);
});
