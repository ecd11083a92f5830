import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { number } from "./world/database";
import { ask, card, mark, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

const unitId = (code: string) => number("SELECT id AS n FROM organizations WHERE code = $1", [code]);

async function found(page: Page, parent: string, kind: string, code: string, name: string) {
  await page.goto(`/organizations/new?parent=${await unitId(parent)}`);
  await ready(page);
  await page.getByLabel("名称", { exact: true }).fill(name);
  await page.getByLabel("代码", { exact: true }).fill(code);
  await page.getByLabel("类型").selectOption({ label: kind });
  await page.getByLabel("设立日期").fill("2018");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

async function rename(page: Page, before: string, after: string) {
  const dialog = await ask(page, "更名");
  await dialog.getByLabel("名称", { exact: true }).fill(after);
  await dialog.getByLabel("新名称启用日期").fill("2026-03-01");
  await dialog.getByRole("button", { name: "更名", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: after, exact: true })).toBeVisible();
  const names = card(page, "名称与隶属沿革").getByRole("listitem");
  await expect(names).toHaveCount(2);
  await expect(names.nth(0)).toContainText(new RegExp(`${after}.*2026年3月1日 起`, "s"));
  await expect(names.nth(1)).toContainText(new RegExp(`${before}.*2018年 至 2026年`, "s"));
}

test("the administrator founds and renames a company unit; its old name stays with its day", async ({
  as,
}) => {
  const { digits, stems } = mark();
  const [before, after] = [`检修${stems}班`, `运维${stems}班`];
  const admin = await as("admin");
  await found(admin, "HD03-HW", "班组", `TC${digits}`, before);
  const path = new URL(admin.url()).pathname;
  await rename(admin, before, after);

  const union = await as("union");
  await union.goto(`/organizations?tree=company&q=TC${digits}`);
  await expect(union.getByRole("rowheader", { name: after })).toBeVisible();
  await union.goto(path);
  await expect(union.getByRole("heading", { level: 1, name: after, exact: true })).toBeVisible();
  await expect(union.getByRole("button", { name: "更名", exact: true })).toHaveCount(0);
});

test("the union's administrator founds and renames a union unit, and another unit's recorder does not see it", async ({
  as,
}) => {
  const { digits, stems } = mark();
  const [before, after] = [`海外${stems}小组`, `国际${stems}小组`];
  const union = await as("union");
  await found(union, "HD03-HW-GH", "工会小组", `TU${digits}`, before);
  const path = new URL(union.url()).pathname;
  await rename(union, before, after);
  expect((await (await as("recorder")).request.get(path)).status()).toBe(200);
  expect((await (await as("exporter")).request.get(path)).status()).toBe(404);
});
