import { demonstrationIdNumber } from "../prisma/seed/numbers";
import { expect, test } from "./fixtures";
import { ownOrigin } from "./world/actions";
import { number, query } from "./world/database";
import { ask, card, confirm, downloaded, mark, pick, ready } from "./world/steps";
import { apply, importAwards } from "./world/workbooks";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

/** A number and a phone that nobody else has, in this run or in another. */
function fresh() {
  const { digits, stems } = mark();
  const serial = Number(digits.slice(-4));
  const birth = `19${60 + (serial % 30)}-0${1 + (serial % 9)}-1${serial % 10}`;
  const phone = `1990${digits.slice(-7)}`;
  return { name: `身${stems}`, birth, idNumber: demonstrationIdNumber(serial, birth, false), phone };
}

test("numbers are entered, masked, shown for a reason and a minute, and found by", async ({ as }) => {
  const { name, birth, idNumber, phone } = fresh();
  const page = await as("recorder");
  await page.clock.install();

  await test.step("another birth than the number's asks for a look at the card", async () => {
    await page.goto("/employees/new");
    await ready(page);
    await page.getByLabel("姓名", { exact: true }).fill(name);
    await page.getByRole("textbox", { name: "出生日期" }).fill("1999");
    await page.getByLabel("身份证号", { exact: true }).fill(idNumber.toLowerCase());
    await page.getByLabel("手机号", { exact: true }).fill(`+86 ${phone}`);
    await pick(page, "所在单位", "焊接一班", "焊接一班");
    await pick(page, "所属工会", "锅炉工程工会", "锅炉工程工会");
    await (await ready(page)).click();
    await expect(page.getByText("请核对证件：填错的请更正")).toBeVisible();
    await page.getByRole("textbox", { name: "出生日期" }).fill(birth);
    await (await ready(page)).click();
    await page.waitForURL(/\/employees\/\d+$/);
  });

  const numbers = card(page, "证件与联系方式");
  await test.step("the page shows no more than the ends", async () => {
    await expect(numbers).toContainText(`**************${idNumber.slice(-4)}`);
    await expect(numbers).toContainText(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    expect(await page.content()).not.toContain(idNumber);
    await page.goto(`${page.url()}/edit`);
    await expect(page.getByText(`已登记 **************${idNumber.slice(-4)}，留空不变`)).toBeVisible();
    expect(await page.content()).not.toContain(idNumber);
    await page.goBack();
  });

  await test.step("with a reason it is shown, recorded, and covered again after a minute", async () => {
    const dialog = await ask(page, "查看完整的身份证号");
    await dialog.getByRole("button", { name: "查看", exact: true }).click();
    await expect(dialog.getByText("请填写此项").first()).toBeVisible();
    await confirm(page, "查看", "核对劳模审批表");
    await expect(numbers.getByText(idNumber)).toBeVisible();
    await page.clock.fastForward(61_000);
    await expect(numbers.getByText(idNumber)).toBeHidden();
    await expect(numbers).toContainText(`**************${idNumber.slice(-4)}`);
    const [event] = await query<{ reason: string; after: object; noun_id: number }>(
      "SELECT reason, after, noun_id FROM audit_events WHERE event = 'employees.identity_revealed' ORDER BY id DESC LIMIT 1",
    );
    expect(event).toMatchObject({ reason: "核对劳模审批表", after: { shown: "idNumber" } });
    expect(page.url()).toContain(`/employees/${event!.noun_id}`);
  });

  await test.step("the list finds the person by the whole number, for whoever keeps records", async () => {
    for (const typed of [idNumber, phone]) {
      await page.goto(`/employees?q=${typed}`);
      await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
    }
    const checker = await as("checker");
    await checker.goto(`/employees?q=${idNumber}`);
    await expect(checker.getByText("没有符合条件的职工")).toBeVisible();
    await checker.goto(`/employees?q=${encodeURIComponent(name)}`);
    await checker.getByRole("link", { name, exact: true }).click();
    await expect(card(checker, "证件与联系方式")).toContainText(`**************${idNumber.slice(-4)}`);
    await expect(checker.getByRole("button", { name: /查看完整/ })).toHaveCount(0);
  });
});

test("on a phone an employee says what may be shown, and takes all that is kept of them along", async ({
  as,
}) => {
  const page = await as("lixiaojie", { viewport: { width: 390, height: 844 } });
  await page.goto("/me");
  const showing = card(page, "公开展示");
  const hidden = () =>
    number("SELECT count(*) AS n FROM employees WHERE work_number = '03002' AND hidden_from_wall");
  await ask(page, "不在荣誉墙展示");
  await confirm(page, "确定");
  await expect(showing.getByText("不展示")).toBeVisible();
  await expect(showing.getByText(/本人于 .* 决定/)).toBeVisible();
  expect(await hidden()).toBe(1);
  await ask(page, "在荣誉墙展示");
  await confirm(page, "确定");
  await expect(showing.getByText("不展示")).toBeHidden();
  expect(await hidden()).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);

  const own = card(page, "我的个人信息");
  await expect(own).toContainText(/\*{14}\d{3}[\dX]/);
  const download = await downloaded(page, () =>
    own.getByRole("button", { name: "下载我的全部信息" }).click(),
  );
  expect(download.suggestedFilename()).toMatch(/^个人信息_李晓杰_\d{4}-\d\d-\d\d\.zip$/);
  expect(
    (
      await page.request.post("/employees/1/record", {
        form: { reason: "x" },
        headers: { Origin: ownOrigin() },
      })
    ).status(),
  ).toBe(404);
});

test("a person's full record is handed out by the union with a reason", async ({ as }) => {
  const page = await as("union");
  const [person] = await query<{ id: number }>("SELECT id FROM employees WHERE work_number = '03002'");
  await query(
    "UPDATE sessions SET verified_at = now() - interval '6 minutes' WHERE user_id = (SELECT id FROM users WHERE username = 'union')",
  );
  await page.goto(`/employees/${person!.id}`);
  const dialog = await ask(page, "提供个人信息副本");
  await dialog.getByRole("button", { name: "下载" }).click();
  await expect(dialog.getByText("请填写缘由")).toBeVisible();
  await dialog.getByRole("textbox", { name: "缘由" }).fill("本人书面申请");
  const download = await downloaded(page, () => dialog.getByRole("button", { name: "下载" }).click());
  expect(download.suggestedFilename()).toContain("李晓杰");
  expect(
    await number(
      "SELECT count(*) AS n FROM audit_events WHERE event = 'employees.record_given' AND noun_id = $1 AND reason = '本人书面申请'",
      [person!.id],
    ),
  ).toBe(1);
});

test("administrators say how long is kept what nobody needs for ever", async ({ as }) => {
  const page = await as("admin");
  await page.goto("/settings/retention");
  const days = page.getByLabel("导入文件（天）");
  await expect(days).toHaveValue("180");
  await expect(page.getByText("审计日志永久保存")).toBeVisible();
  await ready(page);
  await days.fill("5");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("不能小于7").first()).toBeVisible();
  await days.fill("200");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("保存期限已更新，当晚起执行")).toBeVisible();
  expect(await number("SELECT workbook_days AS n FROM retention_policies")).toBe(200);
  await days.fill("180");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect.poll(() => number("SELECT workbook_days AS n FROM retention_policies")).toBe(180);
  expect((await (await as("union")).request.get("/settings/retention")).status()).toBe(404);
});

test("numbers of a workbook come in sealed", async ({ as }) => {
  const { name, birth, idNumber, phone } = fresh();
  const page = await as("recorder");
  const text = [
    "姓名,出生年月,所在单位,所属工会,身份证号,手机号",
    `${name},${birth},锅炉工程公司,锅炉工程工会,${idNumber},${phone}`,
  ].join("\n");
  const file = { name: `号码${name}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) };
  await importAwards(page, file, "employees");
  const id = Number(new URL(page.url()).pathname.split("/").at(-1));
  await apply(page);
  await expect
    .poll(() => number("SELECT count(*) AS n FROM employees WHERE name = $1", [name]), { timeout: 60_000 })
    .toBe(1);
  await page.goto(`/employees?q=${idNumber}`);
  await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
  const kept = await query<{ text: string }>(
    "SELECT string_agg(to_jsonb(r)::text, '') AS text FROM import_rows r WHERE batch_id = $1",
    [id],
  );
  for (const value of [idNumber, phone]) expect(kept[0]!.text).not.toContain(value);
});
