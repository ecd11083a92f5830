import { test as base, expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { demonstrationAccounts, demonstrationPassword } from "../prisma/seed/sign-ins";
import { identityAsked } from "./world/steps";

export { expect };

/** The demonstration's accounts, one for each role. */
export type Who =
  | "union"
  | "recorder"
  | "checker"
  | "exporter"
  | "hr"
  | "discipline"
  | "auditor"
  | "admin"
  | "security"
  | "jiajianhua"
  | "lixiaojie";
type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Locale = "zh-CN" | "en";

type PerTest = {
  as: (
    who: Who,
    options?: { locale?: Locale; viewport?: { width: number; height: number } },
  ) => Promise<Page>;
};
type PerWorker = { stateOf: (who: Who) => Promise<State> };

/** `as("recorder")` opens a page of that person's own browser; several people may be at work in one test. */
export const test = base.extend<PerTest, PerWorker>({
  stateOf: [
    async ({ browser }, use) => {
      const states = new Map<Who, Promise<State>>();
      await use((who) => {
        if (!states.has(who)) states.set(who, signInOnce(browser, who));
        return states.get(who)!;
      });
    },
    { scope: "worker" },
  ],
  as: async ({ browser, stateOf }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, { locale = "zh-CN", viewport } = {}) => {
      const context = await browser.newContext({
        storageState: await stateOf(who),
        ...(viewport && { viewport }),
      });
      contexts.push(context);
      if (locale !== "zh-CN")
        await context.addCookies([{ name: "locale", value: locale, url: baseUrlOf(context) }]);
      return guarded(await context.newPage());
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Sensitive actions ask again who sits there: a person answers, and goes on. */
async function guarded(page: Page): Promise<Page> {
  const asks = identityAsked(page);
  await page.addLocatorHandler(asks, async () => {
    await asks.locator("input[name=proof]").fill(demonstrationPassword);
    await asks.locator("button[type=submit]").click();
  });
  return page;
}

export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("用户名或工号").fill(username);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function signInOnce(browser: Browser, who: Who): Promise<State> {
  const context = await browser.newContext();
  const { username, password } = demonstrationAccounts.find((account) => account.username === who)!;
  await signIn(await context.newPage(), username, password);
  const state = await context.storageState();
  await context.close();
  return state;
}

function baseUrlOf(_context: BrowserContext): string {
  return test.info().project.use.baseURL!;
}
