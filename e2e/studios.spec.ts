import { expect, test } from "./fixtures";
import { mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

test("a studio is founded with two leaders; a person twice at one time is refused at its row", async ({
  as,
}) => {
  const { digits } = mark();
  const name = `焊接创新工作室${digits}`;
  const page = await as("recorder");
  await page.goto("/studios/new");
  await ready(page);
  await page.getByLabel("名称", { exact: true }).fill(name);
  await pick(page, "所属单位", "锅炉工程公司", "锅炉工程公司");
  await page.getByLabel("领域").fill("焊接");
  await page.getByLabel("成立时间").fill("2025-05");
  await page.getByLabel("经费").fill("12.5");
  const list = page.getByRole("group", { name: "成员名单" });
  for (const [index, workNumber] of ["03001", "03003", "03001"].entries()) {
    await list.getByRole("button", { name: "添加成员" }).click();
    await pick(list, "成员", workNumber, new RegExp(workNumber));
    await list.getByLabel("加入时间").nth(index).fill("2025.5");
  }
  for (const index of [0, 1]) await list.getByLabel("领衔人").nth(index).check();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText(/与第1行是同一人，且时间重叠/).first()).toBeVisible();
  await expect(page.getByLabel("名称", { exact: true })).toHaveValue(name);

  await page.getByRole("button", { name: "移除第3行成员" }).click();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const present = page.getByRole("table", { name: "现有成员" });
  for (const person of [/贾建华/, /张伟/])
    await expect(present.getByRole("row", { name: person })).toContainText("领衔人");

  const path = new URL(page.url()).pathname;
  await page.goto(`/studios?q=${name}`);
  await expect(page.getByRole("row", { name })).toBeVisible();
  expect((await (await as("exporter")).request.get(path)).status()).toBe(404);
});
