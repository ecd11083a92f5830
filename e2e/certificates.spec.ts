import { get } from "node:http";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { query } from "./world/database";
import { ask, card, confirm, mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

type Chosen = { id: number; body: string; name: string; title: string };

/** An honor of the third company with one winner, in which nobody with an account had a part. */
async function choose(year: number): Promise<Chosen> {
  const [award] = await query<Chosen>(
    `SELECT a.id, b.name AS body, a.title_name AS title, min(r.name) AS name
     FROM awards a JOIN organizations o ON o.id = a.recording_unit_id AND o.code = 'HD03-GH'
     JOIN award_granting_bodies g ON g.award_id = a.id AND g.position = 1 JOIN granting_bodies b ON b.id = g.granting_body_id
     JOIN award_recipients r ON r.award_id = a.id JOIN employees e ON e.id = r.employee_id
     WHERE a.state = 'effective' AND a.award_year = $1 AND e.work_number NOT IN ('03001', '03002')
       AND NOT EXISTS (SELECT FROM award_revocations c WHERE c.award_id = a.id)
       AND NOT EXISTS (SELECT FROM certificates c WHERE c.award_id = a.id)
     GROUP BY a.id, b.name HAVING count(*) = 1 ORDER BY a.id LIMIT 1`,
    [year],
  );
  return award!;
}

/** Enters a certificate on the award's page; gives back its code. */
async function register(page: Page, kind: string, number: string): Promise<string> {
  const dialog = await ask(page, "登记证书");
  await dialog.getByLabel("种类").selectOption({ label: kind });
  await dialog.getByLabel("证书编号").fill(number);
  await dialog.getByLabel("保管地点").fill("档案室");
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog).toBeHidden();
  const row = card(page, "证书").getByRole("listitem").filter({ hasText: number });
  await expect(row).toContainText("在持");
  return (await row.getByRole("link").textContent())!;
}

/** Somebody without an account. */
async function stranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  return context.newPage();
}

async function verdict(page: Page, code: string, word: string): Promise<void> {
  await page.goto(`/verify/${code}`);
  await expect(page.getByRole("main").getByText(word, { exact: true })).toBeVisible();
}

/** Records a decision in the window over a form. */
async function decide(page: Page, button: string, number: string, body: string): Promise<void> {
  const dialog = await ask(page, button);
  await dialog.getByLabel("文号").fill(number);
  await dialog.getByLabel("标题").fill(`关于荣誉的决定${number}`);
  await pick(dialog, "发文机关", body, new RegExp(body.replace(/[()（）]/g, ".")));
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("anyone verifies a certificate; the answer changes as its honor is revoked, and again as it is restored", async ({
  as,
  browser,
}) => {
  const { digits } = mark();
  const award = await choose(2019);
  const [recorder, union, checker] = [await as("recorder"), await as("union"), await as("checker")];
  const visitor = await stranger(browser);
  await recorder.goto(`/awards/${award.id}`);
  const code = await register(recorder, "证书", `证${digits}`);
  await register(recorder, "奖章", `章${digits}`);

  await test.step("from the sign-in page, typed without hyphens and in small letters", async () => {
    await visitor.goto("/sign-in");
    await visitor.getByRole("link", { name: "验证证书真伪" }).click();
    await visitor.getByLabel("验证码").fill(code.replaceAll("-", "").toLowerCase());
    await visitor.getByRole("button", { name: "查验" }).click();
    await expect(visitor).toHaveURL(new RegExp(`/verify/${code}$`));
    const main = visitor.getByRole("main");
    await expect(main.getByText("有效", { exact: true })).toBeVisible();
    for (const text of [`证${digits}`, award.name, award.title, award.body])
      await expect(main.getByText(text, { exact: true })).toBeVisible();
  });

  await test.step("revoked by the union, confirmed by another", async () => {
    await union.goto(`/awards/${award.id}/revocations/new`);
    await ready(union, "登记撤销");
    await union.getByLabel("撤销情形").selectOption({ label: "主要事迹失实" });
    await union.getByRole("textbox", { name: "情况说明", exact: true }).fill(`事迹不实${digits}`);
    await decide(union, "新建撤销决定", `证撤〔2026〕${digits}号`, award.body);
    await union.getByLabel("生效日期").fill("2026-03-01");
    await union.getByRole("button", { name: "登记撤销", exact: true }).click();
    await expect(union).toHaveURL(/\/revocations\/\d+$/);
    await verdict(visitor, code, "有效");
    await checker.goto(new URL(union.url()).pathname);
    await ask(checker, "核准");
    await confirm(checker, "核准");
    await verdict(visitor, code, "已撤销");
    await expect(visitor.getByText("荣誉已撤销，自2026年3月1日起生效。")).toBeVisible();
    await expect(visitor.getByText(`证撤〔2026〕${digits}号`)).toBeVisible();
  });

  await test.step("both are to be recalled; the case says so, and one comes back", async () => {
    await recorder.goto(`/certificates?state=recall&q=${digits}`);
    for (const number of [`证${digits}`, `章${digits}`])
      await expect(recorder.getByRole("row", { name: new RegExp(number) })).toContainText("应收回");
    await union.reload();
    await ask(union, "更新收回情况");
    await union
      .getByRole("dialog")
      .getByLabel("证书奖牌收回", { exact: true })
      .selectOption({ label: "已收回" });
    await union.getByRole("dialog").getByRole("button", { name: "保存", exact: true }).click();
    await expect(
      union
        .getByRole("dialog")
        .getByText(/还有相关证书未收回/)
        .first(),
    ).toBeVisible();
    await union.keyboard.press("Escape");
    await ask(union, `登记收回 奖章 章${digits}`);
    await confirm(union, "登记收回");
    const row = card(union, "相关证书")
      .getByRole("listitem")
      .filter({ hasText: `章${digits}` });
    await expect(row).toContainText("已收回");
    await recorder.reload();
    await expect(recorder.getByRole("row", { name: new RegExp(`章${digits}`) })).toHaveCount(0);
  });

  await test.step("restored by a second decision", async () => {
    await union.getByRole("link", { name: "撤销决定的撤销", exact: true }).click();
    await ready(union, "登记恢复");
    await decide(union, "新建恢复决定", `证恢〔2026〕${digits}号`, award.body);
    await union.getByLabel("恢复日期").fill("2026-05-01");
    await union.getByLabel("恢复理由").fill(`复查属实${digits}`);
    await union.getByRole("button", { name: "登记恢复", exact: true }).click();
    await expect(union).toHaveURL(/\/revocations\/\d+$/);
    await checker.reload();
    await ask(checker, "核准恢复");
    await confirm(checker, "核准");
    await verdict(visitor, code, "有效");
  });
});

test("a lost certificate is replaced; the old code says by which, and its holder sees both on a phone", async ({
  as,
  browser,
}) => {
  const { digits } = mark();
  const [award] = await query<{ id: number }>(
    `SELECT a.id FROM awards a JOIN organizations o ON o.id = a.recording_unit_id AND o.code LIKE 'HD03%'
     JOIN award_recipients r ON r.award_id = a.id JOIN employees e ON e.id = r.employee_id
     WHERE a.state = 'effective' AND e.work_number = '03001' ORDER BY a.id DESC LIMIT 1`,
  );
  const page = await as("union");
  await page.goto(`/awards/${award!.id}`);
  const dialog = await ask(page, "登记证书");
  const option = dialog.getByLabel("授予对象").locator("option", { hasText: "贾建华" });
  await dialog.getByLabel("授予对象").selectOption((await option.first().getAttribute("value"))!);
  await dialog.getByLabel("证书编号").fill(`失${digits}`);
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog).toBeHidden();
  const row = (number: string) =>
    card(page, "证书").getByRole("listitem").filter({ hasText: number }).first();
  const code = (await row(`证书 失${digits}`).getByRole("link").textContent())!;

  await ask(page, `变动 证书 失${digits}`);
  await page.getByRole("dialog").getByLabel("状态").selectOption({ label: "遗失" });
  await page.getByRole("dialog").getByLabel("说明").fill("搬家时遗失");
  await confirm(page, "保存");
  await expect(row(`证书 失${digits}`)).toContainText("遗失");
  const anew = await ask(page, `补发 证书 失${digits}`);
  await anew.getByLabel("证书编号").fill(`补${digits}`);
  await anew.getByRole("button", { name: "补发", exact: true }).click();
  await expect(anew).toBeHidden();
  await expect(row(`证书 补${digits}`)).toContainText(`补发自 失${digits}`);
  await expect(page.getByRole("button", { name: `补发 证书 失${digits}` })).toHaveCount(0);

  const visitor = await stranger(browser);
  await verdict(visitor, code, "已挂失");
  await expect(visitor.getByText(new RegExp(`已由补发的证书 补${digits} 替代`))).toBeVisible();

  const jia = await as("jiajianhua", { viewport: { width: 390, height: 844 } });
  await jia.goto("/me");
  for (const number of [`失${digits}`, `补${digits}`])
    await expect(jia.getByRole("list", { name: "我的证书" }).getByText(`证书 ${number}`)).toBeVisible();
  const li = await as("lixiaojie");
  await li.goto("/me");
  await expect(li.getByText(`补${digits}`)).toHaveCount(0);
});

test("whatever nothing has is answered alike, and trying on and on has to wait", async ({ baseURL }) => {
  const wrong = ["x", "AAAA-AAAA-AAAA-AAAA-AAAA", "%27%20OR%201=1", "9".repeat(300)];
  // From an address of its own, so that others may go on.
  const ask = (code: string) =>
    new Promise<{ status: number; wait?: string; cache?: string; text: string }>((resolve, reject) => {
      const url = new URL(`/verify/${code}`, baseURL);
      get(
        url,
        { family: 4, localAddress: "127.0.0.9", headers: { "Accept-Language": "zh-CN" } },
        (response) => {
          let text = "";
          response.on("data", (part) => (text += String(part)));
          response.on("end", () =>
            resolve({
              status: response.statusCode!,
              wait: response.headers["retry-after"],
              cache: response.headers["cache-control"],
              text,
            }),
          );
        },
      ).on("error", reject);
    });
  for (const code of wrong) {
    const { status, text, cache } = await ask(code);
    expect([code, status, cache, text.includes("查无此证")]).toEqual([code, 200, "no-store", true]);
  }
  for (let turn = 0; turn < 30; turn += 1) await ask("AAAA-AAAA-AAAA-AAAA-AAAA");
  const { status, wait, text } = await ask("AAAA-AAAA-AAAA-AAAA-AAAA");
  expect(status).toBe(429);
  expect(Number(wait)).toBeGreaterThan(0);
  expect(text).toContain("查询过于频繁");
});
