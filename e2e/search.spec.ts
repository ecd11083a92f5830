import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

test.describe.configure({ timeout: 240_000 });

test("the key / leads to the box, and one name finds the person and the honors", async ({ as }) => {
  const page = await as("recorder");
  await page.goto("/awards");
  const box = page.getByRole("search", { name: "全站搜索" }).getByRole("searchbox");
  // Again if the page was not alive yet.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 1_000 });
  }).toPass();
  // In a field it is a letter like any other.
  await page.keyboard.type("a/b");
  await expect(box).toHaveValue("a/b");
  await box.fill("賈建華");
  await box.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "搜索“賈建華”" })).toBeVisible();
  const people = page.getByRole("region", { name: "职工", exact: true });
  await expect(people.getByRole("link", { name: /^贾建华/ }).first()).toContainText("03001");
  await expect(page.getByRole("region", { name: "获奖记录" }).getByRole("listitem").first()).toContainText(
    "贾建华",
  );
  await people.getByRole("link", { name: /03001/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "贾建华" })).toBeVisible();
});

for (const [typed, group, label] of [
  ["jiajh", "职工", /^贾建华/],
  ["jjh", "职工", /^贾建华/],
  ["03001", "职工", /^贾建华/],
  ["qddgj", "荣誉称号", /^青岛大工匠/],
  ["青工发[2022]23", "表彰文件", /青工发〔2022〕23号/],
] as const) {
  test(`"${typed}" is found among ${group}`, async ({ as }) => {
    const page = await as("union");
    await page.goto(`/search?${new URLSearchParams({ q: typed }).toString()}`);
    await expect(
      page.getByRole("region", { name: group, exact: true }).getByRole("link", { name: label }).first(),
    ).toBeVisible();
  });
}

test("another unit finds nothing of it, and is told where was searched", async ({ as }) => {
  const page = await as("exporter");
  await page.goto("/search?q=03001");
  await expect(page.getByText("没有找到“03001”")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("贾建华");
});

for (const locale of ["zh-CN", "en"] as const) {
  test(`on a phone, in ${locale}, the box is on the page and nothing is wider than it`, async ({ as }) => {
    const page = await as("recorder", { locale, viewport: { width: 390, height: 844 } });
    await page.goto("/awards");
    await page.getByRole("link", { name: locale === "en" ? "Search" : "搜索", exact: true }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: locale === "en" ? "Search" : "搜索" }),
    ).toBeVisible();
    const box = page.getByRole("searchbox");
    await expect(box).toHaveCount(1);
    await box.fill("贾");
    await box.press("Enter");
    await expect(page.getByRole("link", { name: /贾建华/ }).first()).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test("whatever is typed, the page answers", async ({ as }) => {
  const page = await as("recorder");
  for (const q of ["%", "_", "\\", "'; DROP TABLE awards; --", "z".repeat(500), "王 伟", "🏅"]) {
    const answer = await page.request.get(`/search?${new URLSearchParams({ q }).toString()}`);
    expect(answer.status()).toBe(200);
  }
});
