import { expect, type Page } from "@playwright/test";
import { pick, ready } from "./steps";

/** A new document of the third company's union, and the page on which its list is entered. */
export async function newList(page: Page, digits: string): Promise<string> {
  await page.goto("/documents/new");
  await ready(page, "保存");
  await page.getByLabel("文号").fill(`三公司工发〔2026〕${Number(digits)}号`);
  await page.getByLabel("标题").fill(`关于表彰2026年度先进个人的决定（${digits}）`);
  await page.getByLabel("成文日期").fill("2026.5");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page).toHaveURL(/\/documents\/\d+$/);
  const { pathname } = new URL(page.url());
  await page.getByRole("link", { name: "录入名单", exact: true }).click();
  await expect(page.getByRole("heading", { name: "录入名单", level: 1 })).toBeVisible();
  return pathname;
}

export const cell = (page: Page, row: number, column: string, group = 1) =>
  page.getByRole("region", { name: `第${group}组` }).getByLabel(`第${row}行 ${column}`, { exact: true });

/** What stands beside a row: who is meant, or what is to be decided. */
export const whoIs = (page: Page, row: number, group = 1) =>
  page
    .getByRole("region", { name: `第${group}组` })
    .getByRole("row", { name: `第${row}行`, exact: true })
    .getByRole("button", { name: /是谁/ });

export async function chooseTitle(page: Page, title: string, group = 1): Promise<void> {
  await pick(page.getByRole("region", { name: `第${group}组` }), "荣誉称号", title, title);
}

/** Puts something into the cell that has the focus as the clipboard would. */
export async function paste(page: Page, data: { text?: string; html?: string }): Promise<void> {
  await page.evaluate(({ text = "", html = "" }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (html) clipboardData.setData("text/html", html);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}
