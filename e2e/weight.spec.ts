import { expect, test, type Who } from "./fixtures";

/**
 * What a browser fetches of JavaScript on a first visit, compressed as it travels. React and the framework's router are some 132 kB
 * of it on every page; the rest is ours. What few visits want (menus, windows that ask, forms behind a button) comes when it is wanted.
 */
const budgets: [Who, string, kilobytes: number][] = [
  ["recorder", "/awards?year=all&size=50", 156],
  ["jiajianhua", "/me", 158],
];

for (const [who, path, kilobytes] of budgets) {
  test(`a first visit of ${path} brings at most ${kilobytes} kB of JavaScript`, async ({ as }) => {
    const page = await as(who);
    const scripts: Promise<[string, number]>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      const size = request.sizes().then(({ responseBodySize }) => responseBodySize);
      scripts.push(size.then((bytes) => [new URL(request.url()).pathname, bytes]));
    });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("load");
    const fetched = await Promise.all(scripts);
    expect(fetched.length).toBeGreaterThan(4);
    const bytes = fetched.reduce((sum, [, size]) => sum + size, 0);
    expect(bytes, JSON.stringify(fetched)).toBeLessThanOrEqual(kilobytes * 1000);
  });
}

test("the words for what can be wrong with a field come with a form, not with every page", async ({ as }) => {
  const page = await as("hr");
  const words = "填写工号时须选择用人单位";
  const list = await page.goto("/employees");
  expect(await list!.text()).not.toContain(words);
  const form = await page.goto("/employees/new");
  expect(await form!.text()).not.toContain(words);
  await page.getByRole("textbox", { name: "姓名" }).first().fill("王贵");
  await page.getByRole("textbox", { name: "工号" }).first().fill("03001");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText(words).first()).toBeVisible();
});
