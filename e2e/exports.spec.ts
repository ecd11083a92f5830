import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { demonstrationPassword } from "../prisma/seed/sign-ins";
import { expect, signIn, test } from "./fixtures";
import { query } from "./world/database";
import { confirm, downloaded, identityAsked, mark } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

test("a file with columns about people wants the password again, whichever way it is asked for", async ({
  browser,
}) => {
  const username = "hr";
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, username, demonstrationPassword);
  await page.goto("/awards/export?year=2022");
  const waiting = `UPDATE sessions SET verified_at = now() - interval '6 minutes'
    WHERE id = (SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.username = $1 ORDER BY s.id DESC LIMIT 1)`;
  await query(waiting, [username]);

  const form = new URLSearchParams({ year: "2022", rowPer: "award", format: "csv", reason: "核对" });
  const posted = (column: string) =>
    context.request.post("/awards/export/file", {
      data: `${form}&columns=${column}`,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: new URL(page.url()).origin,
        accept: "application/json",
      },
    });
  const refused = await posted("workNumber");
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toEqual({ fault: { code: "unconfirmed" } });
  expect((await posted("title")).status()).toBe(200);

  await page.getByLabel("导出事由").fill("核对");
  await page.getByRole("radio", { name: /CSV/ }).check();
  await page.getByRole("button", { name: "导出", exact: true }).click();
  const asks = identityAsked(page);
  await asks.locator("input[name=proof]").fill(demonstrationPassword);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    asks.locator("button[type=submit]").click(),
  ]);
  expect(parse(await readFile(await download.path()), { bom: true }).length).toBeGreaterThan(1);
  await context.close();
});

/** Presses 导出 and reads the CSV that comes, with its first bytes. */
async function exported(page: Page): Promise<{ bom: string; rows: string[][] }> {
  const download = await downloaded(page, () =>
    page.getByRole("button", { name: "导出", exact: true }).click(),
  );
  const bytes = await readFile(await download.path());
  return { bom: bytes.subarray(0, 3).toString("hex"), rows: parse(bytes, { bom: true }) };
}

test("HR chooses columns and their order, keeps them by name, and gets a row for each recipient or each award", async ({
  as,
}) => {
  const layout = `月报方案${mark().digits}`;
  const [award] = await query<{ number: string; title: string; names: string[] }>(`
    SELECT a.ledger_number AS number, t.name AS title, array_agg(r.name ORDER BY r.position) AS names
    FROM awards a JOIN honor_titles t ON t.id = a.title_id JOIN award_recipients r ON r.award_id = a.id
    WHERE a.state = 'effective' AND r.employee_id IS NOT NULL GROUP BY a.id, t.name HAVING count(*) = 2 ORDER BY a.id LIMIT 1`);
  const { number, title, names } = award!;
  const page = await as("hr");
  const address = `/awards/export?year=all&q=${number}`;
  const order = page.getByRole("list", { name: "先后顺序" }).getByRole("listitem");
  const chosen = [/获奖主体/, /台账编号/, /荣誉称号/];

  await test.step("HR chooses three columns and puts one first", async () => {
    await page.goto(address);
    await expect(async () => {
      await page.getByRole("button", { name: "清空", exact: true }).click();
      await expect(page.getByText("还没有选择列")).toBeVisible({ timeout: 2_000 });
    }).toPass();
    for (const column of ["台账编号", "荣誉称号", "获奖主体"])
      await page.getByRole("checkbox", { name: column, exact: true }).check();
    for (const place of [2, 1]) {
      await page.getByRole("button", { name: "上移获奖主体" }).click();
      await expect(order.nth(place - 1)).toHaveText(/获奖主体/);
    }
    await expect(order).toHaveText(chosen);
    await page.getByRole("radio", { name: /CSV/ }).check();
  });

  await test.step("the choice is saved by name and loaded again", async () => {
    await page.getByLabel("方案名称").fill(layout);
    await page.getByRole("button", { name: "保存当前设置" }).click();
    await expect(page.getByRole("button", { name: `套用：${layout}` })).toBeVisible();
    await page.reload();
    await expect(order).not.toHaveCount(3);
    await expect(async () => {
      await page.getByRole("button", { name: `套用：${layout}` }).click();
      await expect(order).toHaveText(chosen, { timeout: 2_000 });
    }).toPass();
    await expect(page.getByRole("radio", { name: /CSV/ })).toBeChecked();
  });

  await test.step("one row for each recipient", async () => {
    await page.getByRole("button", { name: "导出", exact: true }).click();
    await expect(page.getByText("请填写导出事由")).toBeVisible();
    await page.getByLabel("导出事由").fill("核对月报");
    const { bom, rows } = await exported(page);
    expect(bom).toBe("efbbbf");
    expect(rows).toEqual([
      ["获奖主体", "台账编号", "荣誉称号"],
      ...names.map((name) => [name, number, title]),
    ]);
  });

  await test.step("one row for each award", async () => {
    await page.getByRole("radio", { name: /一行一条获奖记录/ }).check();
    const { rows } = await exported(page);
    expect(rows.slice(1)).toEqual([[names.join("、"), number, title]]);
  });

  await test.step("both are put down with their reason; the layout is taken away again", async () => {
    const events = await query(
      "SELECT 1 FROM audit_events WHERE event = 'awards.exported' AND reason = '核对月报' AND after::text LIKE $1",
      [`%${number}%`],
    );
    expect(events.length).toBeGreaterThanOrEqual(2);
    await page.getByRole("button", { name: `移除：${layout}` }).click();
    await confirm(page, "移除");
    await expect(page.getByText(layout)).toHaveCount(0);
  });

  await test.step("who has no right to export finds neither the page nor the file", async () => {
    const { request } = (await as("recorder")).context();
    expect((await request.get(address)).status()).toBe(404);
  });
});
