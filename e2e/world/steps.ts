import { type Download, expect, type Locator, type Page } from "@playwright/test";

/** Types into a picker and takes the option with this name: what a person does who knows whom they look for. */
export async function pick(
  scope: Page | Locator,
  label: string | RegExp,
  typed: string,
  option: string | RegExp,
): Promise<void> {
  const field = scope.getByRole("combobox", { name: label });
  const page = "page" in scope ? scope.page() : scope;
  // Typed again if the page was not alive yet. The list belongs to the field, and may be drawn outside of the dialog.
  await expect(async () => {
    await field.fill("");
    await field.fill(typed);
    const listbox = (await field.getAttribute("aria-controls"))!;
    const found = page.locator(`[id="${listbox}"]`).getByRole("option", { name: option }).first();
    await found.click({ timeout: 5_000 });
  }).toPass();
}

/** Digits that no other test has, also as stems, which make a name that reads like a Chinese one: 周甲庚丁…. */
export function mark(): { digits: string; stems: string } {
  const digits = String(Date.now()).slice(-8);
  return { digits, stems: [...digits].map((digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("") };
}

/** Waits until the form is alive: its button is off until scripts run. */
export async function ready(page: Page, button = "保存"): Promise<Locator> {
  const submit = page.getByRole("button", { name: button, exact: true });
  await expect(submit).toBeEnabled();
  return submit;
}

/** Presses a button that opens a dialog, again if the page was not alive yet. */
export async function ask(page: Page, button: string): Promise<Locator> {
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    if (!(await dialog.isVisible()))
      await page.getByRole("button", { name: button, exact: true }).click({ timeout: 5_000 });
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
  return dialog;
}

/** The sheet under this heading. */
export function card(page: Page, title: string): Locator {
  return page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });
}

/** Answers the dialog that asks back. */
export async function confirm(page: Page, button: string, reason?: string): Promise<void> {
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  if (reason !== undefined) await dialog.getByRole("textbox").fill(reason);
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
  // Messages that appear under a resting mouse stay for as long as it rests there, over whatever is clicked next.
  await page.mouse.move(0, 0);
}

/** The dialog that asks again who sits there, when the last time is five minutes ago. */
export function identityAsked(page: Page): Locator {
  return page.getByRole("dialog", { name: /^(确认身份|Confirm it is you)$/ });
}

/** The file that comes when something is pressed, be it that the page asks first who sits there (`as` answers that). */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const file = page.waitForEvent("download");
  const asked = identityAsked(page).waitFor({ timeout: 0 });
  asked.catch(() => {});
  await press();
  const first = await Promise.race([file, asked]);
  if (first) return first;
  await expect(identityAsked(page)).toBeHidden();
  return file;
}

/** A one-page PDF, small and real enough for every check of content. */
export const scan = {
  name: "通报扫描件.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ),
};
