import { expect, test } from "./fixtures";
import { query } from "./world/database";
import { ask, card, mark } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

type Chosen = { id: number; title: string; year: number };

test("an honor whose corrected validity is over expires, stands again when it is corrected back, and those concerned are told", async ({
  as,
}) => {
  const { digits } = mark();
  const [award] = await query<Chosen>(
    `SELECT a.id, a.title_name AS title, a.award_year AS year FROM awards a JOIN award_recipients r ON r.award_id = a.id
     JOIN users u ON u.employee_id = r.employee_id JOIN organizations o ON o.id = a.recording_unit_id AND o.code = 'HD03-GH'
     WHERE u.username = 'lixiaojie' AND a.state = 'effective' AND a.valid_to IS NULL AND a.award_year < 2026 ORDER BY a.id LIMIT 1`,
  );
  const { id, title, year } = award!;
  const union = await as("union");
  await union.goto(`/awards/${id}`);
  const badge = (text: string) =>
    expect(union.getByRole("main").getByText(text, { exact: true }).first()).toBeVisible();
  await badge("有效");

  await test.step("the union's administrator is told what is wrong with a date, beside what was typed", async () => {
    const dialog = await ask(union, "更正有效期");
    await dialog.getByLabel("有效期至").fill("1951年3月");
    await dialog.getByLabel("更正原因").fill(`文件载明期限${digits}`);
    await dialog.getByRole("button", { name: "更正有效期", exact: true }).click();
    await expect(dialog.getByText("结束日期早于开始日期").first()).toBeVisible();
    await expect(dialog.getByLabel("更正原因")).toHaveValue(`文件载明期限${digits}`);
    await dialog.getByLabel("有效期至").fill(`${year}年`);
    await dialog.getByRole("button", { name: "更正有效期", exact: true }).click();
    await expect(dialog).toBeHidden();
    await badge("到期");
    await expect(card(union, "状态记录")).toContainText(`文件载明期限${digits}`);
  });

  const recorder = await as("recorder");
  await test.step("the recorder is told and led to it, but may not correct it", async () => {
    await recorder.goto("/");
    await recorder
      .getByRole("list", { name: "消息" })
      .getByRole("listitem")
      .filter({ hasText: `文件载明期限${digits}` })
      .getByRole("link", { name: `“${title}”有效期已满，转为到期` })
      .click();
    await expect(recorder).toHaveURL(new RegExp(`/awards/${id}$`));
    await expect(recorder.getByRole("main").getByText("到期", { exact: true }).first()).toBeVisible();
    await expect(recorder.getByRole("button", { name: "更正有效期" })).toHaveCount(0);
  });

  const holder = await as("lixiaojie", { viewport: { width: 390, height: 844 } });
  const told = (text: string, reason: string) =>
    expect(
      holder.getByRole("list", { name: "消息" }).getByRole("listitem").filter({ hasText: reason }),
    ).toContainText(text);
  await test.step("its holder is told", async () => {
    await holder.goto("/me");
    await told(`您的荣誉“${title}”有效期已满，转为到期`, `文件载明期限${digits}`);
  });

  await test.step("without an end it is for life again, and all are told that, too", async () => {
    const dialog = await ask(union, "更正有效期");
    await expect(dialog.getByLabel("有效期至")).toHaveValue(String(year));
    await dialog.getByLabel("有效期至").fill("");
    await dialog.getByLabel("更正原因").fill(`核对为长期有效${digits}`);
    await dialog.getByRole("button", { name: "更正有效期", exact: true }).click();
    await expect(dialog).toBeHidden();
    await badge("有效");
    await holder.reload();
    await told(`您的荣誉“${title}”有效期经更正，恢复有效`, `核对为长期有效${digits}`);
    await recorder.goto("/");
    await expect(
      recorder.getByRole("list", { name: "消息" }).getByText(`“${title}”有效期经更正，恢复有效`).first(),
    ).toBeVisible();
  });
});
