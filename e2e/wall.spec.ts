import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { query } from "./world/database";
import { ask, confirm, mark, pick, ready } from "./world/steps";

test.describe.configure({ timeout: 240_000 });

/** Somebody who walks by: no account, no cookie. */
async function visitor(browser: Browser, path: string, options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(path);
  return page;
}

type Chosen = { id: number; title: string; body: string; names: string[] };

/** An honor of the third company that two won of whom neither has an account, and whose names are borne by nobody else of the year. */
async function choose(): Promise<Chosen> {
  const [award] = await query<Chosen>(
    `SELECT a.id, a.title_name AS title, b.name AS body, array_agg(r.name ORDER BY r.position) AS names
     FROM awards a JOIN organizations o ON o.id = a.recording_unit_id AND o.code = 'HD03-GH'
     JOIN award_granting_bodies g ON g.award_id = a.id AND g.position = 1 JOIN granting_bodies b ON b.id = g.granting_body_id
     JOIN award_recipients r ON r.award_id = a.id JOIN employees e ON e.id = r.employee_id
     WHERE a.state = 'effective' AND a.award_year = 2020 AND NOT EXISTS (SELECT FROM award_revocations c WHERE c.award_id = a.id)
     GROUP BY a.id, b.name HAVING count(*) = 2 ORDER BY a.id DESC LIMIT 1`,
  );
  return award!;
}

const cards = (page: Page) => page.getByRole("main").getByRole("listitem");

test("a visitor finds the wall from the sign-in page, narrows it, and sees nothing of the inside", async ({
  browser,
}) => {
  const page = await visitor(browser, "/sign-in");
  await page.getByRole("link", { name: "荣誉墙" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "荣誉墙" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(/^\d{4}年$/);
  await expect(cards(page)).toHaveCount(24);

  await page.getByLabel("关键词").fill("jiajianhua");
  await page.getByLabel("年度").selectOption("2022");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/year=2022/);
  // Others may have entered the same again meanwhile.
  const grand = cards(page).filter({ hasText: "青岛大工匠" }).first();
  await expect(grand).toContainText("贾建华");
  await expect(grand).toContainText("青岛市总工会");
  await expect(grand).toContainText("2022年12月");
  await expect(page.getByLabel("关键词")).toHaveValue("jiajianhua");

  // No number of a person, no bonus, no way to a record.
  expect(await page.content()).not.toMatch(/03001|href="\/(awards|employees)\/\d/);

  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wall of honors" })).toBeVisible();
  await expect(cards(page).filter({ hasText: "Qingdao Great Craftsman" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Reset" }).click();
  await page.getByRole("link", { name: "Earlier honors" }).click();
  await expect(page).toHaveURL(/after=\d+/);
  await page.getByRole("link", { name: "Newer honors" }).click();
  await expect(page.getByRole("link", { name: "Newer honors" })).toHaveCount(0);
  await page.context().close();
});

test("the wall changes with a confirmed case, and when a person does not want to be shown", async ({
  as,
  browser,
}) => {
  const { digits } = mark();
  const award = await choose();
  const [first, second] = award.names as [string, string];
  const address = `/wall?year=2020&q=${encodeURIComponent(first)}`;
  const page = await visitor(browser, address);
  const card = cards(page).filter({ hasText: award.title }).filter({ hasText: second });
  await expect(card).toContainText(first);

  await test.step("the union records the case: nothing changes yet", async () => {
    const union = await as("union");
    await union.goto(`/awards/${award.id}/revocations/new`);
    await ready(union, "登记撤销");
    await union.getByLabel("撤销情形").selectOption({ label: "主要事迹失实" });
    await union.getByRole("textbox", { name: "情况说明", exact: true }).fill(`事迹不实${digits}`);
    const dialog = await ask(union, "新建撤销决定");
    await dialog.getByLabel("文号").fill(`墙测〔2026〕${digits}号`);
    await dialog.getByLabel("标题").fill(`关于撤销荣誉的决定${digits}`);
    await pick(dialog, "发文机关", award.body, new RegExp(award.body.replace(/[()（）]/g, ".")));
    await dialog.getByRole("button", { name: "保存", exact: true }).click();
    await expect(dialog).toBeHidden();
    await union.getByLabel("生效日期").fill("2026.3.1");
    await union.getByRole("button", { name: "登记撤销", exact: true }).click();
    await expect(union).toHaveURL(/\/revocations\/\d+$/);
    await page.goto(address);
    await expect(card).toBeVisible();

    const checker = await as("checker");
    await checker.goto(new URL(union.url()).pathname);
    await ask(checker, "核准");
    await confirm(checker, "核准");
    await expect(checker.getByRole("main").getByText("已撤销", { exact: true }).first()).toBeVisible();
  });
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(card).toHaveCount(0);

  await test.step("Li Xiaojie opts out and in again", async () => {
    const own = "/wall?year=2022&q=lixiaojie";
    await page.goto(own);
    await expect(cards(page).filter({ hasText: "李晓杰" }).first()).toBeVisible();
    const me = await as("lixiaojie", { viewport: { width: 390, height: 844 } });
    await me.goto("/me");
    await ask(me, "不在荣誉墙展示");
    await confirm(me, "确定");
    await expect(me.getByRole("button", { name: "在荣誉墙展示", exact: true })).toBeVisible();
    await page.goto(own);
    await expect(page.getByText("没有符合条件的荣誉")).toBeVisible();
    await ask(me, "在荣誉墙展示");
    await confirm(me, "确定");
    await expect(me.getByRole("button", { name: "不在荣誉墙展示", exact: true })).toBeVisible();
    await page.goto(own);
    await expect(cards(page).filter({ hasText: "李晓杰" }).first()).toBeVisible();
  });
  await page.context().close();
});

test("the hall's screen turns by itself, waits for who reads, and keeps still where motion is unwanted", async ({
  browser,
}) => {
  const page = await visitor(browser, "about:blank", { reducedMotion: "no-preference" });
  await page.clock.install();
  await page.goto("/wall?mode=screen");
  const shown = () => cards(page).allInnerTexts();
  await expect(cards(page)).toHaveCount(6);
  await expect(page.getByRole("button", { name: "暂停" })).toBeEnabled();
  const first = await shown();
  await expect(async () => {
    await page.clock.runFor(12_500);
    expect(await shown()).not.toEqual(first);
  }).toPass();
  await expect(page).toHaveURL(/after=\d+/);

  await page.keyboard.press("Space");
  await expect(page.getByText("已暂停")).toBeVisible();
  const second = await shown();
  await page.clock.runFor(60_000);
  expect(await shown()).toEqual(second);
  // More than one page may have been turned.
  await expect(async () => {
    await page.keyboard.press("ArrowLeft");
    expect(await shown()).toEqual(first);
  }).toPass();
  await page.getByRole("link", { name: "退出大屏" }).click();
  await expect(page.getByRole("search", { name: "查询荣誉" })).toBeVisible();
  await page.context().close();

  const still = await visitor(browser, "/wall?mode=screen", { reducedMotion: "reduce" });
  await expect(still.getByText("已暂停")).toBeVisible();
  await still.context().close();
});
