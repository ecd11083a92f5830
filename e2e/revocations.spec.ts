import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { query } from "./world/database";
import { ask, card, confirm, mark, pick, ready, scan } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

type Chosen = { id: number; ledger: string; body: string; names: string[]; title: string };

/** An honor of the third company with so many winners, in which nobody with an account had a part. */
async function choose(winners: number): Promise<Chosen> {
  const [award] = await query<Chosen>(
    `SELECT a.id, a.ledger_number AS ledger, b.name AS body, a.title_name AS title, array_agg(r.name ORDER BY r.position) AS names
     FROM awards a JOIN organizations o ON o.id = a.recording_unit_id AND o.code = 'HD03-GH'
     JOIN award_granting_bodies g ON g.award_id = a.id AND g.position = 1 JOIN granting_bodies b ON b.id = g.granting_body_id
     JOIN award_recipients r ON r.award_id = a.id JOIN employees e ON e.id = r.employee_id
     WHERE a.state = 'effective' AND a.award_year = 2021
       AND NOT EXISTS (SELECT FROM award_recipients x JOIN employees p ON p.id = x.employee_id WHERE x.award_id = a.id AND p.work_number IN ('03001', '03002'))
       AND NOT EXISTS (SELECT FROM award_revocations c WHERE c.award_id = a.id)
     GROUP BY a.id, b.name HAVING count(*) = $1 ORDER BY a.id DESC LIMIT 1`,
    [winners],
  );
  return award!;
}

/** Fills in the decision, which is recorded in a window over the form. */
async function recordDecision(page: Page, { button, number, title, body }: Record<string, string>) {
  const dialog = await ask(page, button!);
  await dialog.getByLabel("文号").fill(number!);
  await dialog.getByLabel("标题").fill(title!);
  await pick(dialog, "发文机关", body!, new RegExp(body!.replace(/[()（）]/g, ".")));
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog).toBeHidden();
}

const state = (page: Page, text: string) =>
  expect(page.getByRole("main").getByText(text, { exact: true }).first()).toBeVisible();

test("an honor is revoked by another person's confirmation, its evidence read by few, and restored by a second decision", async ({
  as,
}) => {
  const { digits } = mark();
  const award = await choose(1);
  const file = { ...scan, name: `处分材料${digits}.pdf` };
  const union = await as("union");

  await test.step("the union records the decision; the ledger stays as it is", async () => {
    await union.goto(`/awards/${award.id}`);
    await union.getByRole("link", { name: "撤销荣誉", exact: true }).click();
    await ready(union, "登记撤销");
    await union.getByLabel("撤销情形").selectOption({ label: "主要事迹失实" });
    await union.getByRole("textbox", { name: "情况说明", exact: true }).fill(`事迹不实${digits}`);
    await union.locator("input[type=file]").setInputFiles(file);
    await expect(union.locator('input[type="hidden"][name="files[]"]')).toHaveCount(1);
    await recordDecision(union, {
      ...{ button: "新建撤销决定", number: `撤测〔2026〕${digits}号`, title: `关于撤销荣誉的决定${digits}` },
      body: award.body,
    });
    await union.getByLabel("生效日期").fill("2026.3.1");
    await union.getByRole("button", { name: "登记撤销", exact: true }).click();
    await expect(union).toHaveURL(/\/awards\/\d+\/revocations\/\d+$/);
    await state(union, "待核准");
    await expect(union.getByRole("button", { name: "核准", exact: true })).toHaveCount(0);
  });
  const path = new URL(union.url()).pathname;

  const checker = await as("checker");
  await test.step("the checker sees it wait, without the evidence, and confirms it", async () => {
    await checker.goto("/");
    await expect(checker.locator(`a[href="${path}"]`).first()).toBeVisible();
    await checker.goto(path);
    await expect(checker.getByText("证据材料仅纪检和工会管理员可查阅。")).toBeVisible();
    await expect(checker.getByText(file.name)).toHaveCount(0);
    await ask(checker, "核准");
    await confirm(checker, "核准");
    await state(checker, "已撤销");
  });

  await test.step("ledger and award show it; HR learns the decision, not the case", async () => {
    await union.goto(`/awards?year=all&q=${award.ledger}`);
    await expect(union.getByRole("row", { name: new RegExp(award.ledger) })).toContainText("已撤销");
    const hr = await as("hr");
    await hr.goto(`/awards/${award.id}`);
    await expect(card(hr, "撤销与恢复")).toContainText(`撤测〔2026〕${digits}号`);
    await expect(hr.getByRole("link", { name: "查看事项" })).toHaveCount(0);
    expect((await hr.request.get(path)).status()).toBe(404);
    await expect(hr.getByText(`事迹不实${digits}`)).toHaveCount(0);
  });

  await test.step("the discipline office reads the evidence, which is put down", async () => {
    const discipline = await as("discipline");
    await discipline.goto(path);
    const [download] = await Promise.all([
      discipline.waitForEvent("download"),
      discipline.getByRole("button", { name: `下载 ${file.name}` }).click(),
    ]);
    expect((await readFile(await download.path())).equals(file.buffer)).toBe(true);
    await discipline.reload();
    await expect(card(discipline, "操作记录").getByText("查阅证据材料")).toHaveCount(1);
    expect(
      (
        await checker.request.post(`${path}/files/1`, { headers: { Origin: new URL(checker.url()).origin } })
      ).status(),
    ).toBe(404);
  });

  await test.step("the form is printed", async () => {
    await union.goto(`${path}/print`);
    await expect(union.getByRole("heading", { name: "荣誉撤销审批表" })).toBeVisible();
    await expect(union.getByRole("row", { name: /情况说明/ })).toContainText(`事迹不实${digits}`);
  });

  await test.step("a second decision restores it, again confirmed by another", async () => {
    await union.goto(path);
    await union.getByRole("link", { name: "撤销决定的撤销", exact: true }).click();
    await ready(union, "登记恢复");
    await recordDecision(union, {
      ...{ button: "新建恢复决定", number: `恢测〔2026〕${digits}号`, title: `关于恢复荣誉的决定${digits}` },
      body: award.body,
    });
    await union.getByLabel("恢复日期").fill("2026-05-01");
    await union.getByLabel("恢复理由").fill(`复查认定属实${digits}`);
    await union.getByRole("button", { name: "登记恢复", exact: true }).click();
    await expect(union).toHaveURL(new RegExp(`${path}$`));
    await state(union, "恢复待核准");
    await checker.goto(path);
    await ask(checker, "核准恢复");
    await confirm(checker, "核准");
    await state(checker, "已恢复");
    await expect(card(checker, "办理经过").getByRole("listitem")).toHaveCount(4);
    await checker.goto(`/awards/${award.id}`);
    await state(checker, "有效");
    await expect(card(checker, "撤销与恢复")).toContainText("恢复");
  });
});

test("one of two winners is struck while the other keeps the honor; a body without a say is refused", async ({
  as,
}) => {
  const { digits } = mark();
  const award = await choose(2);
  const [first, second] = award.names;
  const union = await as("union");
  await union.goto(`/awards/${award.id}/revocations/new`);
  await ready(union, "登记撤销");
  await union.getByLabel("撤销对象").selectOption({ label: await optionOf(union, second!) });
  await union.getByLabel("撤销情形").selectOption({ label: "因严重违纪违法受处分" });
  await union.getByRole("textbox", { name: "情况说明", exact: true }).fill(`受处分${digits}`);
  await union.getByLabel("生效日期").fill("2026年3月1日");
  await recordDecision(union, {
    ...{ button: "新建撤销决定", number: `误测〔2026〕${digits}号`, title: `无权撤销${digits}` },
    body: "青岛市崂山区总工会",
  });
  await union.getByRole("button", { name: "登记撤销", exact: true }).click();
  const foreign = !award.body.includes("华东") && !award.body.includes("山东电力");
  if (foreign) {
    await expect(union.getByText(/无权撤销这项荣誉/).first()).toBeVisible();
    await expect(union.getByRole("textbox", { name: "情况说明", exact: true })).toHaveValue(
      `受处分${digits}`,
    );
    await union.getByRole("button", { name: new RegExp(`移除.*${digits}`) }).click();
    await recordDecision(union, {
      ...{ button: "新建撤销决定", number: `消测〔2026〕${digits}号`, title: `取消资格${digits}` },
      body: award.body,
    });
    await union.getByRole("button", { name: "登记撤销", exact: true }).click();
  }
  await expect(union).toHaveURL(/\/revocations\/\d+$/);
  const path = new URL(union.url()).pathname;
  const checker = await as("checker");
  await checker.goto(path);
  await ask(checker, "核准");
  await confirm(checker, "核准");
  await state(checker, "已撤销");
  await checker.goto(`/awards/${award.id}`);
  await state(checker, "有效");
  await expect(checker.getByRole("row", { name: new RegExp(second!) }).first()).toContainText("已取消");
  await expect(checker.getByRole("row", { name: new RegExp(first!) }).first()).not.toContainText("已取消");
  await checker.goto(`/awards?year=all&q=${award.ledger}`);
  await expect(checker.getByRole("row", { name: new RegExp(award.ledger) })).toContainText(
    `其中${second}已取消`,
  );
});

async function optionOf(page: Page, name: string): Promise<string> {
  const options = await page.getByLabel("撤销对象").locator("option").allTextContents();
  return options.find((text) => text.startsWith(name))!;
}
