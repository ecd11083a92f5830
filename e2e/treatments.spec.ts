import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { query } from "./world/database";
import { ask, card, confirm, mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 300_000 });

type Chosen = { id: number; body: string; title: string };

/** The latest honor of 贾建华's alone, which the third company's union keeps. */
async function choose(): Promise<Chosen> {
  const [award] = await query<Chosen>(
    `SELECT a.id, a.title_name AS title, b.name AS body FROM awards a JOIN award_recipients r ON r.award_id = a.id
     JOIN users u ON u.employee_id = r.employee_id JOIN organizations o ON o.id = a.recording_unit_id AND o.code = 'HD03-GH'
     JOIN award_granting_bodies g ON g.award_id = a.id AND g.position = 1 JOIN granting_bodies b ON b.id = g.granting_body_id
     WHERE u.username = 'jiajianhua' AND a.state = 'effective' AND a.award_year < 2026
       AND (SELECT count(*) FROM award_recipients x WHERE x.award_id = a.id) = 1
       AND NOT EXISTS (SELECT FROM award_revocations c WHERE c.award_id = a.id) ORDER BY a.id DESC LIMIT 1`,
  );
  return award!;
}

/** The line of the treatment that this payer gives. */
const lineOf = (page: Page, heading: string, payer: string) =>
  card(page, heading).getByRole("listitem").filter({ hasText: payer });

async function decision(page: Page, button: string, number: string, title: string, body: string) {
  const dialog = await ask(page, button);
  await dialog.getByLabel("文号").fill(number);
  await dialog.getByLabel("标题").fill(title);
  await pick(dialog, "发文机关", body, new RegExp(body.replace(/[()（）]/g, ".")));
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("an allowance is entered, seen by personnel and on the person's phone, stopped by a confirmed revocation and runs again after its annulment", async ({
  as,
}) => {
  const { digits } = mark();
  const award = await choose();
  const payer = `试发单位${digits}`;
  const recorder = await as("recorder");

  await test.step("the recorder is told what is wrong, and enters it", async () => {
    await recorder.goto(`/awards/${award.id}`);
    const dialog = await ask(recorder, "登记待遇");
    await dialog.getByLabel("种类").selectOption({ label: "月度津贴" });
    await dialog.getByLabel("金额").fill("650");
    await dialog.getByLabel("发放周期").selectOption({ label: "每月" });
    await dialog.getByLabel("起始日期").fill("2025.1");
    await dialog.getByLabel("截止日期").fill("2024.6");
    await dialog.getByLabel("发放单位").fill(payer);
    await dialog.getByRole("button", { name: "登记待遇", exact: true }).click();
    await expect(dialog.getByText("结束日期早于开始日期").first()).toBeVisible();
    await expect(dialog.getByLabel("发放单位")).toHaveValue(payer);
    await dialog.getByLabel("截止日期").fill("");
    await dialog.getByRole("button", { name: "登记待遇", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(lineOf(recorder, "待遇", payer)).toContainText("650 元/月");
    await expect(lineOf(recorder, "待遇", payer)).toContainText("在发");
  });

  const hr = await as("hr");
  const holder = await as("jiajianhua", { viewport: { width: 390, height: 844 } });
  await test.step("personnel finds it in the list, with the sum, and on its page, and may not change it", async () => {
    await hr.goto("/treatments?q=贾建华&kind=allowance&state=running");
    const row = hr.getByRole("row").filter({ hasText: payer });
    await expect(row).toContainText("650 元/月");
    await expect(hr.getByText("在发月度待遇合计")).toBeVisible();
    await row.getByRole("link", { name: "贾建华" }).click();
    await expect(hr.getByRole("heading", { level: 1, name: "贾建华的月度津贴" })).toBeVisible();
    await expect(hr.getByRole("button", { name: /停发/ })).toHaveCount(0);
    expect((await (await as("discipline")).request.get("/treatments")).status()).toBe(404);
  });
  await test.step("the person sees it on a phone", async () => {
    await holder.goto("/me");
    await expect(lineOf(holder, "我的待遇", payer)).toContainText("650 元/月");
    await expect(lineOf(holder, "我的待遇", payer)).toContainText(award.title);
    expect(
      await holder.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBeLessThanOrEqual(0);
  });

  const union = await as("union");
  const checker = await as("checker");
  await test.step("a recorded revocation says what it will stop; confirmed, it stops it everywhere", async () => {
    await union.goto(`/awards/${award.id}/revocations/new`);
    await ready(union, "登记撤销");
    await union.getByLabel("撤销情形").selectOption({ label: "主要事迹失实" });
    await union.getByRole("textbox", { name: "情况说明", exact: true }).fill(`事迹不实${digits}`);
    await decision(
      union,
      "新建撤销决定",
      `停测〔2026〕${digits}号`,
      `关于撤销荣誉的决定${digits}`,
      award.body,
    );
    await union.getByLabel("生效日期").fill("2026.3.1");
    await union.getByRole("button", { name: "登记撤销", exact: true }).click();
    await expect(union).toHaveURL(/\/revocations\/\d+$/);
    await expect(card(union, "涉及的待遇")).toContainText("核准后，自2026年3月1日起停发");
    await expect(lineOf(union, "涉及的待遇", payer)).toContainText("在发");
    const path = new URL(union.url()).pathname;
    await checker.goto(path);
    await ask(checker, "核准");
    await confirm(checker, "核准");
    await expect(lineOf(checker, "涉及的待遇", payer)).toContainText("荣誉撤销，发至2026年2月28日");
    await holder.reload();
    await expect(lineOf(holder, "我的待遇", payer)).toContainText("荣誉撤销，发至2026年2月28日");
    await hr.goto("/treatments?q=贾建华&state=running");
    await expect(hr.getByText("在发月度待遇合计")).toBeVisible();
    await expect(hr.getByRole("row").filter({ hasText: payer })).toHaveCount(0);
    await hr.goto("/treatments?q=贾建华&state=stopped");
    await expect(hr.getByRole("row").filter({ hasText: payer })).toContainText("荣誉撤销");
  });

  await test.step("its annulment lets it run again", async () => {
    await union.reload();
    await union.getByRole("link", { name: "撤销决定的撤销", exact: true }).click();
    await ready(union, "登记恢复");
    await decision(
      union,
      "新建恢复决定",
      `续测〔2026〕${digits}号`,
      `关于恢复荣誉的决定${digits}`,
      award.body,
    );
    await union.getByLabel("恢复日期").fill("2026-05-01");
    await union.getByLabel("恢复理由").fill(`复查认定属实${digits}`);
    await union.getByRole("button", { name: "登记恢复", exact: true }).click();
    await expect(union).toHaveURL(/\/revocations\/\d+$/);
    await checker.reload();
    await ask(checker, "核准恢复");
    await confirm(checker, "核准");
    await expect(lineOf(checker, "涉及的待遇", payer)).toContainText("在发");
    await holder.reload();
    await expect(lineOf(holder, "我的待遇", payer)).toContainText("在发");
  });

  await test.step("the recorder stops it by hand, with day and reason, and the history tells it", async () => {
    await recorder.reload();
    const dialog = await ask(recorder, "停发贾建华的月度津贴");
    await dialog.getByLabel("停发起始日").fill("2026年10月1日");
    await dialog.getByLabel("停发原因").fill(`转岗${digits}`);
    await dialog.getByRole("button", { name: "停发", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(lineOf(recorder, "待遇", payer)).toContainText("手工停发，发至2026年9月30日");
    await lineOf(recorder, "待遇", payer).getByRole("link", { name: "月度津贴" }).click();
    await expect(card(recorder, "操作记录")).toContainText(`转岗${digits}`);
    await ask(recorder, "恢复发放贾建华的月度津贴");
    await confirm(recorder, "恢复发放", `登记有误${digits}`);
    await expect(recorder.getByRole("main").getByText("在发", { exact: true }).first()).toBeVisible();
  });
});
