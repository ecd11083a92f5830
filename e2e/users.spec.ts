import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { ask, confirm, mark, pick, ready } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

const newPassword = "Weld-Seam-2026-安装";

async function createAccount(admin: Page, name: string, username: string): Promise<string> {
  await admin.goto("/settings/users/new");
  await ready(admin, "创建账号");
  await admin.getByLabel("姓名", { exact: true }).fill(name);
  await admin.getByLabel("用户名", { exact: true }).fill(username);
  await admin.getByRole("button", { name: "创建账号", exact: true }).click();
  const password = await admin.getByLabel("初始密码", { exact: true }).inputValue();
  await admin.getByRole("link", { name: "查看账号" }).click();
  await expect(admin.getByRole("heading", { level: 1, name })).toBeVisible();
  return password;
}

async function setOwnPassword(page: Page, current: string, next: string) {
  await ready(page, "修改密码");
  await page.getByLabel("当前密码").fill(current);
  await page.getByLabel("新密码", { exact: true }).fill(next);
  await page.getByLabel("再次输入新密码").fill(next);
  await page.getByRole("button", { name: "修改密码", exact: true }).click();
}

test("an account is created, given a role over a unit, used, and disabled: the next request is refused", async ({
  as,
  browser,
}) => {
  const { digits, stems } = mark();
  const username = `jingban${digits}`;
  const [admin, security] = [await as("admin"), await as("security")];
  const password = await createAccount(admin, `新经办${stems}`, username);

  await test.step("the security administrator gives the role over a unit and all below it", async () => {
    await expect(admin.getByRole("button", { name: "授予", exact: true })).toHaveCount(0);
    await security.goto(new URL(admin.url()).pathname);
    await ready(security, "授予");
    await security.getByLabel("角色", { exact: true }).selectOption({ label: "工会经办" });
    await pick(security, "单位及下级", "锅炉工程工会", /锅炉工程工会/);
    await security.getByRole("button", { name: "授予", exact: true }).click();
    await expect(security.getByRole("listitem").filter({ hasText: "锅炉工程工会及下级" })).toBeVisible();
  });

  const owner = await (await browser.newContext()).newPage();
  await test.step("its owner must set a password first, then reaches the pages of the role", async () => {
    await signIn(owner, username, password);
    await expect(owner).toHaveURL(/\/settings\/password/);
    await owner.goto("/awards");
    await expect(owner).toHaveURL(/\/settings\/password/);
    await setOwnPassword(owner, password, newPassword);
    await expect(owner).not.toHaveURL(/\/settings\/password/);
    await owner.goto("/awards/new");
    await expect(owner.getByRole("heading", { level: 1, name: "登记获奖记录" })).toBeVisible();
    expect((await owner.request.get("/settings/users")).status()).toBe(404);
  });

  await test.step("disabling the account ends it at the next request", async () => {
    await admin.reload();
    await ask(admin, "停用");
    await confirm(admin, "停用", "岗位调整");
    await expect(admin.getByText("已停用").first()).toBeVisible();
    await owner.goto("/awards");
    await expect(owner).toHaveURL(/\/sign-in/);
    await owner.getByLabel("用户名或工号").fill(username);
    await owner.getByLabel("密码", { exact: true }).fill(newPassword);
    await owner.getByRole("button", { name: "登录", exact: true }).click();
    await expect(owner.getByText("用户名或密码错误，或账号不可用")).toBeVisible();
  });
  await owner.context().close();
});

test("a changed password ends the other sessions, and signing out ends one's own", async ({
  as,
  browser,
}) => {
  const { digits, stems } = mark();
  const username = `dengji${digits}`;
  const password = await createAccount(await as("admin"), `新登记${stems}`, username);
  const desk = await (await browser.newContext()).newPage();
  const other = await (await browser.newContext()).newPage();

  await signIn(desk, username, password);
  await signIn(other, username, password);
  await setOwnPassword(desk, password, newPassword);
  await expect(desk).not.toHaveURL(/\/settings\/password/);
  await other.goto("/me");
  await expect(other).toHaveURL(/\/sign-in/);
  await desk.goto("/me");
  await expect(desk.getByRole("heading", { level: 1, name: "我的荣誉" })).toBeVisible();

  await test.step("without a role or an employee's record there is nothing else to see", async () => {
    for (const path of ["/awards", "/employees", "/settings/audit"])
      expect((await desk.request.get(path)).status()).toBe(404);
  });

  const kept = await desk.context().storageState();
  await expect(async () => {
    const signOut = desk.getByRole("menuitem", { name: "退出登录" });
    if (!(await signOut.isVisible()))
      await desk.getByRole("button", { name: /^用户菜单/ }).click({ timeout: 5_000 });
    await signOut.click({ timeout: 3_000 });
    await expect(desk).toHaveURL(/\/sign-in/);
  }).toPass();
  // A cookie that was kept aside is of no use either: the session itself is over.
  const thief = await (await browser.newContext({ storageState: kept })).newPage();
  await thief.goto("/me");
  await expect(thief).toHaveURL(/\/sign-in/);
  await Promise.all([desk, other, thief].map((page) => page.context().close()));
});
