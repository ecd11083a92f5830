import { expect, test } from "./fixtures";
import {
  addPerson,
  awardsFor,
  beginAward,
  bonusOf,
  expectRefusal,
  expectSaved,
  forge,
  newReason,
  reasonOf,
  saveDraft,
} from "./world/award-form";
import { query } from "./world/database";
import { pick } from "./world/steps";

/** Bad input through the award form: each fault is told in words where it is, and nothing that was typed is lost. */

test("a month without a year is told, and what was typed stays", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("月");
  await beginAward(page, reason);
  for (const [typed, fault] of [
    ["5月", "有月没有年，请补填年份"],
    ["2026-02-30", "日期有误，请核对年、月、日"],
    ["1899", "日期有误"],
  ] as const) {
    await page.getByLabel("获奖日期").fill(typed);
    await saveDraft(page);
    await expectRefusal(page, fault);
    await expect(page.getByLabel("获奖日期")).toHaveValue(typed);
    await expect(reasonOf(page)).toHaveValue(reason);
    await expect(page.getByRole("listitem", { name: "第1位：贾建华" })).toBeVisible();
  }
  expect(await awardsFor(reason)).toBe(0);
  await page.getByLabel("获奖日期").fill("2022年5月");
  await saveDraft(page);
  await expectSaved(page);
  expect(await awardsFor(reason)).toBe(1);
});

test("an award before the hiring is refused at its submission, the person named", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("入职前");
  await beginAward(page, reason);
  await page.getByLabel("获奖日期").fill("1950-01-01");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page
    .getByRole("alertdialog")
    .or(page.getByRole("dialog"))
    .getByRole("button", { name: "确认" })
    .click();
  await expectRefusal(page, /贾建华|获奖日期早于该职工入职日期/);
  expect(await awardsFor(reason)).toBe(0);
});

test("amounts that are none, and shares above the total, are refused in words", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("奖金");
  await beginAward(page, reason);
  for (const [typed, fault] of [
    ["-1", "金额不能为负数"],
    ["0.005", "金额最多保留两位小数"],
    ["1e20", "请填写0至9,999,999,999.99之间的金额"],
    ["10000000000", "请填写0至9,999,999,999.99之间的金额"],
  ] as const) {
    await bonusOf(page).fill(typed);
    await saveDraft(page);
    await expectRefusal(page, fault);
    await expect(reasonOf(page)).toHaveValue(reason);
  }
  await bonusOf(page).fill("100");
  await page.getByLabel("贾建华的奖金（元）").fill("100.01");
  await saveDraft(page);
  await expectRefusal(page, "各获奖人奖金之和超过了奖金总额");
  await expect(page.getByLabel("贾建华的奖金（元）")).toHaveValue("100.01");
  expect(await awardsFor(reason)).toBe(0);
});

test("a text that is too long is refused, not cut", async ({ as }) => {
  const page = await as("recorder");
  const long = "长".repeat(1001);
  await beginAward(page, "");
  await reasonOf(page).evaluate((field) => field.removeAttribute("maxlength"));
  await reasonOf(page).fill(long);
  await saveDraft(page);
  await expectRefusal(page, "不能超过1000个字");
  await expect(reasonOf(page)).toHaveValue(long);
  expect(await awardsFor(long)).toBe(0);
});

test("emoji, rare characters and signs of SQL and HTML are kept and shown as typed", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("㛃 䶮 𠮷 𬭎 😀 <b>粗</b> ' OR 1=1 -- % _ \\ ${7*7}");
  // Marks that nobody sees are taken out, and nothing else.
  await beginAward(page, reason.replace("㛃", "㛃\u200b\u202e"));
  await saveDraft(page);
  const id = await expectSaved(page);
  await expect(page.getByText(reason).first()).toBeVisible();
  const [row] = await query<{ reason: string }>("SELECT reason FROM awards WHERE id = $1", [id]);
  expect(row!.reason).toBe(reason);
  await page.goto(`/awards/${id}/edit`);
  await expect(reasonOf(page)).toHaveValue(reason);
});

test("the same person twice is refused by the form, and by the server when the form is forged", async ({
  as,
}) => {
  const page = await as("recorder");
  const reason = newReason("两次");
  await beginAward(page, reason);
  const field = page.getByRole("combobox", { name: /^添加/ });
  await field.fill("03001");
  // Whoever is chosen already is not offered again, or is told of.
  await expect(page.getByRole("listitem", { name: /^第\d+位/ })).toHaveCount(1);
  await forge(page, (fields) => {
    const [one] = JSON.parse(fields.recipients as string) as unknown[];
    return { ...fields, recipients: JSON.stringify([one, one]) };
  });
  await field.fill("");
  await saveDraft(page);
  await expectRefusal(page, "同一获奖主体重复");
  await expect(reasonOf(page)).toHaveValue(reason);
  expect(await awardsFor(reason)).toBe(0);
});

test("a double click makes one award", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("双击");
  await beginAward(page, reason);
  await page.getByRole("button", { name: "保存草稿", exact: true }).dblclick();
  await expectSaved(page);
  expect(await awardsFor(reason)).toBe(1);
});

test("of two people at one version the second is told what differs, and loses nothing", async ({ as }) => {
  const first = await as("recorder");
  const second = await as("union");
  const reason = newReason("同时");
  await beginAward(first, reason);
  await saveDraft(first);
  const id = await expectSaved(first);
  await first.goto(`/awards/${id}/edit`);
  await second.goto(`/awards/${id}/edit`);
  const theirs = `${reason} 甲`;
  const mine = `${reason} 乙`;
  await reasonOf(first).fill(theirs);
  await saveDraft(first);
  await expectSaved(first);

  await reasonOf(second).fill(mine);
  await bonusOf(second).fill("500");
  await saveDraft(second);
  await expectRefusal(second, /在您编辑期间，.*修改了这条记录/);
  const difference = second.getByRole("row", { name: /获奖理由/ });
  await expect(difference).toContainText(theirs);
  await expect(difference).toContainText(mine);
  await expect(reasonOf(second)).toHaveValue(mine);
  await expect(bonusOf(second)).toHaveValue(/^500/);
  expect(await awardsFor(theirs)).toBe(1);

  await saveDraft(second);
  await expectSaved(second);
  const [row] = await query("SELECT reason, bonus::text AS bonus FROM awards WHERE id = $1", [id]);
  expect(row).toEqual({ reason: mine, bonus: "500.00" });
});

test("a session lost on the way is told of, and the form goes on after signing in again", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("失效");
  await beginAward(page, reason);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await saveDraft(page);
  await expectRefusal(page, "登录已失效，请重新登录后再试；已填写的内容不会丢失。");
  await expect(reasonOf(page)).toHaveValue(reason);
  await expect(page.getByRole("listitem", { name: "第1位：贾建华" })).toBeVisible();
  expect(await awardsFor(reason)).toBe(0);
  await page.context().addCookies(cookies);
  await saveDraft(page);
  await expectSaved(page);
  expect(await awardsFor(reason)).toBe(1);
});

test("a connection lost on the way loses nothing either", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("断网");
  await beginAward(page, reason);
  await page.context().setOffline(true);
  await saveDraft(page);
  await expectRefusal(page, /未能保存|网络中断/);
  await expect(reasonOf(page)).toHaveValue(reason);
  await page.context().setOffline(false);
  await saveDraft(page);
  await expectSaved(page);
  expect(await awardsFor(reason)).toBe(1);
});

test("a title with prize levels asks for one, and takes only its own", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("等级");
  await page.goto("/awards/new");
  await pick(page, "荣誉称号", "职工创新成果", "青岛市职工创新成果");
  await page.getByLabel("获奖日期").fill("2022-12");
  await reasonOf(page).fill(reason);
  await addPerson(page, "一匠五创", /（二）/);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page
    .getByRole("alertdialog")
    .or(page.getByRole("dialog"))
    .getByRole("button", { name: "确认" })
    .click();
  await expectRefusal(page, "请选择等级");
  await expect(reasonOf(page)).toHaveValue(reason);
  expect(await awardsFor(reason)).toBe(0);
});
