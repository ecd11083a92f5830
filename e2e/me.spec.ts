import { expect, test } from "./fixtures";
import { query } from "./world/database";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

const phone = { width: 390, height: 844 };

test("on a phone an employee sees the own honors, those through an achievement with the place, and nobody else's", async ({
  as,
}) => {
  const [through] = await query<{ name: string; position: number; total: number; others: number[] }>(`
    SELECT s.name, m.position, (SELECT count(*)::int FROM award_members x WHERE x.recipient_id = m.recipient_id) AS total,
      (SELECT array_agg(a2.id) FROM (SELECT a2.id FROM awards a2 WHERE a2.state = 'effective'
        AND NOT EXISTS (SELECT 1 FROM award_members y WHERE y.award_id = a2.id AND y.employee_id = m.employee_id)
        AND NOT EXISTS (SELECT 1 FROM award_recipients y WHERE y.award_id = a2.id AND y.employee_id = m.employee_id) ORDER BY a2.id LIMIT 3) a2) AS others
    FROM users u JOIN award_members m ON m.employee_id = u.employee_id JOIN award_recipients r ON r.id = m.recipient_id
    JOIN achievements s ON s.id = r.achievement_id JOIN awards a ON a.id = m.award_id
    WHERE u.username = 'jiajianhua' AND a.state = 'effective' ORDER BY a.id LIMIT 1`);
  const { name, position, total, others } = through!;
  const page = await as("jiajianhua", { viewport: phone });
  await page.goto("/me");
  const timeline = page.getByRole("region", { name: "荣誉时间线" });
  await expect(timeline.getByText("青岛大工匠").first()).toBeVisible();
  await expect(
    timeline.getByText(new RegExp(`第${position}完成人，共${total}人.*创新成果：${name}`)).first(),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "个人概况" })).toContainText("工号 03001");
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  for (const id of others) {
    expect((await page.request.get(`/awards/${id}`)).status()).toBe(404);
    expect((await page.request.get(`/me/requests/new?award=${id}`)).status()).toBe(404);
  }
});

test("the language that was switched to is remembered", async ({ as }) => {
  const page = await as("jiajianhua", { viewport: phone });
  await page.goto("/me");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1, name: "My honors" })).toBeVisible();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "我的荣誉" })).toBeVisible();
});
