import { expect, type Locator, type Page } from "@playwright/test";
import { number } from "./database";
import { pick } from "./steps";

export const newReason = (what: string) => `输入检验 ${what} ${crypto.randomUUID()}`;

/** The form for an award of one employee, filled as far as it must be; the reason is what it is found by. */
export async function beginAward(page: Page, reason: string): Promise<void> {
  await page.goto("/awards/new");
  await pick(page, "荣誉称号", "青岛工匠", "青岛工匠");
  await expect(page.getByText("该称号不分等级")).toBeVisible();
  await page.getByLabel("获奖日期").fill("2022-05");
  await addPerson(page, "03001", /贾建华/);
  await reasonOf(page).fill(reason);
}

export const addPerson = (page: Page, typed: string, option: RegExp) => pick(page, /^添加/, typed, option);
export const reasonOf = (page: Page): Locator => page.getByRole("textbox", { name: "获奖理由" });
export const bonusOf = (page: Page): Locator => page.getByRole("textbox", { name: /^奖金总额/ });
export const saveDraft = (page: Page) => page.getByRole("button", { name: "保存草稿", exact: true }).click();

/** What the form says on top when it was refused. */
export async function expectRefusal(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: text }).first()).toBeVisible();
  await expect(page).toHaveURL(/\/awards\/(new|\d+\/edit)/);
}

export async function expectSaved(page: Page): Promise<number> {
  await expect(page).toHaveURL(/\/awards\/\d+$/);
  return Number(new URL(page.url()).pathname.split("/").pop());
}

/** How many awards have this reason. */
export const awardsFor = (reason: string) =>
  number("SELECT count(*) AS n FROM awards WHERE reason = $1", [reason]);

/** Changes what the page is about to send, as whoever forges a form does. */
export async function forge(page: Page, change: (fields: Record<string, unknown>) => object): Promise<void> {
  await page.route(
    (url) => url.pathname.startsWith("/awards/"),
    async (route) => {
      const request = route.request();
      if (request.method() !== "POST") return route.continue();
      const [fields] = JSON.parse(request.postData()!) as [Record<string, unknown>];
      return route.continue({ postData: JSON.stringify([change(fields)]) });
    },
  );
}
