import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { employ } from "./world/newcomers";
import { query } from "./world/database";
import { mark, ready } from "./world/steps";

test.describe.configure({ timeout: 240_000 });

/** What a person does: presses the button, signs in at the issuer's own page, agrees. */
async function come(page: Page, login: string, from = "/sign-in") {
  await page.goto(from);
  await ready(page, "用统一身份平台登录");
  await page.getByRole("button", { name: "用统一身份平台登录" }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("the company account opens the registry's, bound once by work number", async ({ browser }) => {
  const { digits, stems } = mark();
  const [number, name] = [`S${digits}`, `统一${stems}`];
  await employ(number, name);
  const open = async () => (await browser.newContext()).newPage();
  const page = await open();

  await test.step("the first time binds it, and leads to where the person was going", async () => {
    await come(page, number, "/sign-in?next=/settings/security");
    await expect(page).toHaveURL(/\/settings\/security$/);
    await expect(page.getByRole("heading", { name: "企业统一身份" })).toBeVisible();
    const events = await query<{ event: string }>(
      "SELECT event FROM audit_events WHERE noun IN ('auth', 'users') AND noun_id = (SELECT id FROM users WHERE username = $1) AND event <> 'users.created' ORDER BY id",
      [number.toLowerCase()],
    );
    expect(events.map(({ event }) => event)).toEqual(["users.identity_bound", "auth.signed_in"]);
  });

  await test.step("the second time nothing is bound anew", async () => {
    const again = await open();
    await come(again, number);
    await expect(again).toHaveURL(/\/me$/);
    await again.context().close();
  });

  await test.step("another person of the same number does not get in, nor one whom nobody knows", async () => {
    const other = await open();
    await come(other, `${number}@other`);
    await expect(other.getByText("您的账号已绑定另一个统一身份")).toBeVisible();
    await other.context().close();
    const stranger = await open();
    await come(stranger, `Z${digits}`);
    await expect(stranger.getByText("统一身份中的工号没有对应的账号")).toBeVisible();
    await stranger.context().close();
  });

  await test.step("a second factor of the registry is not left out by it, unless the issuer asked for one", async () => {
    await query(
      `WITH one AS (INSERT INTO second_factors (user_id, secret) SELECT id, 'k1:x' FROM users WHERE username = $1 RETURNING user_id)
       INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address) SELECT 'users.factor_enabled', 'users', user_id, 'test', '{}', 'local' FROM one`,
      [number.toLowerCase()],
    );
    const weak = await open();
    await come(weak, number);
    await expect(weak.getByText("您的账号开启了两步验证")).toBeVisible();
    await weak.context().close();
  });
  await page.context().close();
});

test("an answer that this browser never asked for opens nothing", async ({ browser, request }) => {
  const page = await (await browser.newContext()).newPage();
  for (const path of [
    "/api/auth/callback/oidc?code=made-up&state=made-up",
    "/api/auth/callback/oidc?error=access_denied",
    "/api/auth/callback/oidc",
  ]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?/);
    await expect(page.getByText("统一身份登录没有完成")).toBeVisible();
    expect((await page.request.get("/me", { maxRedirects: 0 })).status()).toBe(307);
  }
  // Nobody else's address is gone to afterwards, and no link can begin it: it takes a post from here.
  expect((await request.get("/api/auth/signin/oidc", { maxRedirects: 0 })).status()).toBe(404);
  expect(
    (await request.post("/api/auth/signin/oidc", { form: { callbackUrl: "https://evil.example" } })).status(),
  ).toBe(403);
  await page.context().close();
});
