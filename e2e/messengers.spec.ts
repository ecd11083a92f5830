import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { employ } from "./world/newcomers";
import { query } from "./world/database";
import { mark, ready } from "./world/steps";

test.describe.configure({ timeout: 240_000 });

const open = async (browser: Browser, userAgent?: string) =>
  (await browser.newContext(userAgent ? { userAgent } : {})).newPage();

/** What a person does: presses the button, and confirms on the phone. */
async function come(page: Page, button: string, who: string, from = "/sign-in") {
  await page.goto(from);
  await ready(page, button);
  await page.getByRole("button", { name: button }).click();
  await page.getByPlaceholder("Who").fill(who);
  await page.getByRole("button", { name: "Confirm" }).click();
}

const eventsOf = async (username: string) =>
  (
    await query<{ event: string }>(
      "SELECT event FROM audit_events WHERE noun IN ('auth', 'users') AND noun_id = (SELECT id FROM users WHERE username = $1) AND event <> 'users.created' ORDER BY id",
      [username.toLowerCase()],
    )
  ).map(({ event }) => event);

for (const [id, button, name, path] of [
  ["wecom", "企业微信登录", "企业微信", "/wwlogin/sso/login"],
  ["dingtalk", "钉钉登录", "钉钉", "/oauth2/auth"],
] as const) {
  test(`${name} opens the registry's account, bound once by work number`, async ({ browser }) => {
    const { digits, stems } = mark();
    const number = `${id === "wecom" ? "W" : "D"}${digits}`;
    await employ(number, `扫码${stems}`);
    const page = await open(browser);

    await test.step("the first time binds it, and leads to where the person was going", async () => {
      await page.goto("/sign-in");
      await ready(page, button);
      await page.getByRole("button", { name: button }).click();
      await expect(page).toHaveURL(new RegExp(path));
      await come(page, button, number, "/sign-in?next=/settings/security");
      await expect(page).toHaveURL(/\/settings\/security$/);
      await expect(page.getByRole("heading", { name: "企业统一身份" })).toBeVisible();
      await expect(page.getByText(name, { exact: true })).toBeVisible();
      expect(await eventsOf(number)).toEqual(["users.identity_bound", "auth.signed_in"]);
    });

    await test.step("the second time nothing is bound anew", async () => {
      const again = await open(browser);
      await come(again, button, number);
      await expect(again).toHaveURL(/\/me$/);
      await again.context().close();
    });

    await test.step("another member of the same number does not get in, nor one whom nobody knows, nor one from outside", async () => {
      for (const [who, words] of [
        [`${number}@other`, "您的账号已绑定另一个统一身份"],
        [`Z${digits}`, "统一身份中的工号没有对应的账号"],
        [`!${digits}`, "统一身份中的工号没有对应的账号"],
      ] as const) {
        const other = await open(browser);
        await come(other, button, who);
        await expect(other.getByText(words)).toBeVisible();
        expect((await other.request.get("/me", { maxRedirects: 0 })).status()).toBe(307);
        await other.context().close();
      }
    });
    await page.context().close();
  });

  test(`an answer of ${name} that this browser never asked for opens nothing`, async ({ browser }) => {
    const { digits, stems } = mark();
    const number = `${id === "wecom" ? "V" : "E"}${digits}`;
    await employ(number, `旁人${stems}`);

    await test.step("a made-up one", async () => {
      const page = await open(browser);
      for (const query of ["?code=made-up&state=made-up", "?error=access_denied", ""]) {
        await page.goto(`/api/auth/callback/${id}${query}`);
        await expect(page.getByText("统一身份登录没有完成")).toBeVisible();
      }
      expect((await page.request.get(`/api/auth/signin/${id}`, { maxRedirects: 0 })).status()).toBe(404);
      await page.context().close();
    });

    await test.step("a real one of somebody else, in the browser of one who asked as well", async () => {
      const [victim, attacker] = [await open(browser), await open(browser)];
      await attacker.goto("/sign-in");
      await ready(attacker, button);
      await attacker.getByRole("button", { name: button }).click();
      await attacker.getByPlaceholder("Who").fill(number);
      // Confirmed, and not followed: what comes back is kept for somebody else.
      const form = attacker.locator("form");
      const values = await form.evaluate(
        (it: HTMLFormElement) => [...new FormData(it)] as [string, string][],
      );
      const confirmed = new URL(`/confirm?${new URLSearchParams(values).toString()}`, attacker.url());
      const theirs = (await attacker.request.get(confirmed.href, { maxRedirects: 0 })).headers()["location"]!;
      expect(theirs).toContain("state=");
      await victim.goto("/sign-in");
      await ready(victim, button);
      await victim.getByRole("button", { name: button }).click();
      await expect(victim.getByPlaceholder("Who")).toBeVisible();
      await victim.goto(theirs);
      await expect(victim.getByText("统一身份登录没有完成")).toBeVisible();
      expect((await victim.request.get("/me", { maxRedirects: 0 })).status()).toBe(307);
      expect(await eventsOf(number)).toEqual([]);
      await Promise.all([victim.context().close(), attacker.context().close()]);
    });
  });
}

test("within 企业微信 nobody has to scan", async ({ browser }) => {
  const page = await open(browser, "Mozilla/5.0 (Linux; Android 14) wxwork/4.1.22 MicroMessenger/7.0.1");
  await page.goto("/sign-in");
  await ready(page, "企业微信登录");
  await page.getByRole("button", { name: "企业微信登录" }).click();
  await expect(page).toHaveURL(/\/connect\/oauth2\/authorize\?.*#wechat_redirect$/);
  await expect(page.getByPlaceholder("Who")).toBeVisible();
  await page.context().close();
});
