import type { Page } from "@playwright/test";
import { generateSync } from "otplib";
import { demonstrationPassword } from "../prisma/seed/sign-ins";
import { expect, signIn, test } from "./fixtures";
import { query } from "./world/database";
import { ask, card, confirm, mark, pick, ready } from "./world/steps";

test.describe.configure({ timeout: 240_000 });

const own = "Weld-Seam-2026-安装";

/** An account of a new employee of the third company's union, made with a slip: what the union and the person do. */
async function activated(page: Page, visitor: Page, name: string, workNumber: string) {
  await query(
    `WITH one AS (INSERT INTO employees (name, pinyin, initials, work_number, employer_id, unit_id, union_unit_id, hired_on)
       SELECT $1, 'xin ren', 'xr', $2, c.id, c.id, u.id, '2020' FROM organizations c, organizations u WHERE c.code = 'HD03' AND u.code = 'HD03-GH' RETURNING id)
     INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address) SELECT 'employees.created', 'employees', id, 'test', '{}', 'local' FROM one`,
    [name, workNumber],
  );
  await page.goto("/settings/activations/new");
  await ready(page, "生成激活码");
  await pick(page, "职工", name, new RegExp(name));
  // The list stays open for the next person, over the button.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "生成激活码", exact: true }).click();
  const slip = page.getByRole("list", { name: "激活码" }).getByRole("listitem");
  await expect(slip).toContainText(name);
  const code = /[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/.exec(await slip.innerText())![0];
  await visitor.goto("/sign-in/activate");
  const submit = await ready(visitor, "开通账号");
  const fill = async (typed: string) => {
    await visitor.getByLabel("工号").fill(workNumber);
    await visitor.getByLabel("激活码").fill(typed);
    await visitor.getByLabel("密码", { exact: true }).fill(own);
    await visitor.getByLabel("再次输入密码").fill(own);
    await submit.click();
  };
  await fill("aaaa-bbbb-cccc");
  await expect(visitor.getByText("工号或激活码不正确")).toBeVisible();
  await fill(code);
  await expect(visitor.getByText("账号已开通")).toBeVisible();
}

test("an employee makes their own account with a slip, and guards it with a second factor", async ({
  as,
  browser,
}) => {
  const { digits, stems } = mark();
  const [name, workNumber] = [`新人${stems}`, `X${digits}`];
  const person = await (await browser.newContext()).newPage();
  await activated(await as("recorder"), person, name, workNumber);
  await signIn(person, workNumber, own);

  let secret = "";
  let codes: string[] = [];
  await test.step("sets it up with a code out of the generator, and gets recovery codes", async () => {
    await person.goto("/settings/security");
    await ready(person, "设置两步验证");
    await person.getByRole("button", { name: "设置两步验证", exact: true }).click();
    await expect(person.getByRole("img", { name: "两步验证二维码" })).toBeVisible();
    secret = (await person.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(" ", "");
    await person.getByLabel("验证码").fill("000000");
    await person.getByRole("button", { name: "开启", exact: true }).click();
    await expect(person.getByText("验证码不正确").first()).toBeVisible();
    await person.getByLabel("验证码").fill(generateSync({ secret }));
    await person.getByRole("button", { name: "开启", exact: true }).click();
    const shown = person.getByRole("list", { name: "恢复码" }).getByRole("listitem");
    await expect(shown).toHaveCount(10);
    codes = await shown.allInnerTexts();
    await person.getByRole("button", { name: "已保存好", exact: true }).click();
    await expect(person.getByText("还有10个恢复码可用")).toBeVisible();
  });

  await test.step("the password alone lets nobody in any more; a recovery code does, once", async () => {
    const elsewhere = await (await browser.newContext()).newPage();
    const come = async (code: string) => {
      await elsewhere.goto("/sign-in");
      await ready(elsewhere, "登录");
      await elsewhere.getByLabel("用户名或工号").fill(workNumber);
      await elsewhere.getByLabel("密码", { exact: true }).fill(own);
      await elsewhere.getByRole("button", { name: "登录", exact: true }).click();
      await elsewhere.getByLabel("验证码").fill(code);
      await elsewhere.getByRole("button", { name: "登录", exact: true }).click();
    };
    await come("123123");
    await expect(elsewhere.getByText("验证码不正确或已用过")).toBeVisible();
    await come(codes[0]!);
    await expect(elsewhere).not.toHaveURL(/sign-in/);
    await elsewhere.context().clearCookies();
    await come(codes[0]!);
    await expect(elsewhere.getByText("验证码不正确或已用过")).toBeVisible();
    await elsewhere.context().close();
  });

  await test.step("the other device can be signed out from here", async () => {
    await person.reload();
    await ask(person, "退出其他设备");
    await confirm(person, "退出其他设备");
    await expect(person.getByRole("button", { name: /结束登录/ })).toHaveCount(0);
  });
  await person.context().close();
});

test("a role that demands a second factor leads to it, and rights want the password again", async ({
  as,
  browser,
}) => {
  const { digits, stems } = mark();
  const security = await as("security");
  const person = await (await browser.newContext()).newPage();
  await activated(await as("recorder"), person, `审计${stems}`, `Y${digits}`);
  await query(
    `WITH one AS (UPDATE sessions SET verified_at = now() - interval '6 minutes' WHERE user_id = (SELECT id FROM users WHERE username = 'security') RETURNING 1)
     SELECT count(*) FROM one`,
  );
  const [{ id }] = (await query<{ id: number }>("SELECT id FROM users WHERE username = $1", [
    `y${digits}`,
  ])) as [{ id: number }];

  await test.step("giving a role asks who sits there, and refuses until that is answered", async () => {
    const page = await security.context().newPage();
    await page.goto(`/settings/users/${id}`);
    await ready(page, "授予");
    await page.getByLabel("角色", { exact: true }).selectOption({ label: "审核人" });
    await pick(page, "单位及下级", "锅炉工程工会", /锅炉工程工会/);
    await page.getByRole("button", { name: "授予", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "确认身份" });
    await dialog.getByLabel("登录密码").fill("wrong wrong");
    await dialog.getByRole("button", { name: "确认身份", exact: true }).click();
    await expect(dialog.getByText("密码或验证码错误").first()).toBeVisible();
    await dialog.getByRole("button", { name: "取消" }).click();
    await expect(page.getByText("这项操作需要先确认身份")).toBeVisible();
    await expect(page.getByText("尚未授予角色")).toBeVisible();
    await page.getByRole("button", { name: "授予", exact: true }).click();
    await dialog.getByLabel("登录密码").fill(demonstrationPassword);
    await dialog.getByRole("button", { name: "确认身份", exact: true }).click();
    await expect(
      card(page, "角色与范围").getByRole("listitem").filter({ hasText: "锅炉工程工会及下级" }),
    ).toBeVisible();
    await page.close();
  });

  await test.step("two of the three duties are not for one person", async () => {
    await security.goto(`/settings/users/${id}`);
    await ready(security, "授予");
    await security.getByLabel("角色", { exact: true }).selectOption({ label: "审计员" });
    await security.getByRole("button", { name: "授予", exact: true }).click();
    await expect(
      card(security, "角色与范围").getByRole("listitem").filter({ hasText: "审计员" }),
    ).toBeVisible();
    await security.getByLabel("角色", { exact: true }).selectOption({ label: "系统管理员" });
    await security.getByRole("button", { name: "授予", exact: true }).click();
    await expect(security.getByText("须由三人分别担任").first()).toBeVisible();
  });
  await person.context().close();
});
