import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { number } from "./world/database";
import { ask, card, confirm, mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

/** The recorder's draft without a document; the path to it. */
async function draft(page: Page, reason: string): Promise<string> {
  await page.goto("/awards/new");
  await ready(page, "保存草稿");
  await pick(page, "荣誉称号", "公司先进生产者", "公司先进生产者");
  await page.getByLabel("获奖日期").fill("2026.5");
  await pick(page, "添加职工", "03004", /张伟.*03004/);
  await page.getByLabel("获奖理由").fill(reason);
  await page.getByRole("button", { name: "保存草稿", exact: true }).click();
  await expect(page).toHaveURL(/\/awards\/\d+$/);
  await expect(page.getByText("草稿", { exact: true }).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

const state = (page: Page, text: string) =>
  expect(page.getByRole("main").getByText(text, { exact: true }).first()).toBeVisible();

test("a draft is submitted, returned with a reason, edited, confirmed, and voided by the union", async ({
  as,
}) => {
  const { digits } = mark();
  const recorder = await as("recorder");
  const path = await draft(recorder, `汽机检修立功${digits}`);

  await test.step("the recorder submits it and can change it no more", async () => {
    await ask(recorder, "提交");
    await confirm(recorder, "提交");
    await state(recorder, "待核");
    await expect(recorder.getByRole("link", { name: "编辑", exact: true })).toHaveCount(0);
    await expect(recorder.getByRole("button", { name: "核准", exact: true })).toHaveCount(0);
  });

  const checker = await as("checker");
  await test.step("the checker returns it with a reason", async () => {
    await checker.goto(path);
    await ask(checker, "退回");
    await confirm(checker, "退回", `请补充班组${digits}`);
    await checker.goto(path);
    await state(checker, "已退回");
  });

  await test.step("the recorder reads the reason, edits and submits again", async () => {
    await recorder.goto(path);
    await expect(recorder.getByText(`请补充班组${digits}`).first()).toBeVisible();
    await recorder.getByRole("link", { name: "编辑", exact: true }).click();
    await ready(recorder, "提交");
    await recorder.getByLabel("获奖理由").fill(`本体班汽机检修立功${digits}`);
    await recorder.getByRole("button", { name: "提交", exact: true }).click();
    await confirm(recorder, "确认");
    await expect(recorder).toHaveURL(new RegExp(`${path}$`));
    await state(recorder, "待核");
  });

  await test.step("the checker confirms it: it has a number and stays as it is", async () => {
    await checker.goto(path);
    await expect(checker.getByText(`本体班汽机检修立功${digits}`).first()).toBeVisible();
    await ask(checker, "核准");
    await confirm(checker, "核准");
    await expect(checker.getByText(/2026-\d{6}/).first()).toBeVisible();
    await state(checker, "有效");
    expect((await recorder.request.get(`${path}/edit`)).status()).toBe(404);
    await recorder.goto(path);
    await expect(card(recorder, "状态记录").getByRole("listitem")).toHaveCount(5);
  });

  await test.step("only the union voids it, with a reason that stays to be read", async () => {
    await expect(recorder.getByRole("button", { name: "作废", exact: true })).toHaveCount(0);
    const union = await as("union");
    await union.goto(path);
    await ask(union, "作废");
    await confirm(union, "作废", `登记错人${digits}`);
    await state(union, "作废");
    await expect(union.getByText(`登记错人${digits}`).first()).toBeVisible();
    expect((await (await as("hr")).request.get(path)).status()).toBe(404);
  });
});

test("saving what somebody else has changed meanwhile shows both, and loses nothing", async ({ as }) => {
  const { digits } = mark();
  const recorder = await as("recorder");
  const path = await draft(recorder, `首稿${digits}`);
  await recorder.goto(`${path}/edit`);
  await ready(recorder, "保存草稿");

  const union = await as("union");
  await union.goto(`${path}/edit`);
  await ready(union, "保存草稿");
  await union.getByLabel("获奖理由").fill(`工会改稿${digits}`);
  await union.getByRole("button", { name: "保存草稿", exact: true }).click();
  await expect(union).toHaveURL(new RegExp(`${path}$`));

  const reason = recorder.getByLabel("获奖理由", { exact: true });
  await reason.fill(`经办改稿${digits}`);
  await recorder.getByLabel("先进事迹", { exact: true }).fill(`事迹${digits}`);
  await recorder.getByRole("button", { name: "保存草稿", exact: true }).click();
  await expect(recorder.getByText(/在您编辑期间，周敏.*修改了这条记录/)).toBeVisible();
  const row = recorder.getByRole("row", { name: /获奖理由/ });
  await expect(row).toContainText(`工会改稿${digits}`);
  await expect(row).toContainText(`经办改稿${digits}`);
  await expect(reason).toHaveValue(`经办改稿${digits}`);
  await expect(recorder.getByLabel("先进事迹", { exact: true })).toHaveValue(`事迹${digits}`);

  await recorder.getByRole("radio", { name: "获奖理由 采用对方的" }).check();
  await expect(reason).toHaveValue(`工会改稿${digits}`);
  await recorder.getByRole("button", { name: "保存草稿", exact: true }).click();
  await expect(recorder).toHaveURL(new RegExp(`${path}$`));
  await expect(recorder.getByText(`工会改稿${digits}`).first()).toBeVisible();
  await expect(recorder.getByText(`事迹${digits}`).first()).toBeVisible();
});

test("a double click on submit makes one award", async ({ as }) => {
  const { digits } = mark();
  const page = await as("recorder");
  await page.goto("/awards/new");
  await ready(page, "保存草稿");
  await pick(page, "荣誉称号", "公司先进生产者", "公司先进生产者");
  await page.getByLabel("获奖日期").fill("2026.6");
  await pick(page, "添加职工", "03003", /张伟.*03003/);
  await page.getByLabel("获奖理由").fill(`双击${digits}`);
  await page.getByRole("button", { name: "保存草稿", exact: true }).dblclick();
  await expect(page).toHaveURL(/\/awards\/\d+$/);
  expect(await number("SELECT count(*) AS n FROM awards WHERE reason = $1", [`双击${digits}`])).toBe(1);
});
