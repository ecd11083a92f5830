import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Who } from "./fixtures";
import { access } from "./world/access";
import { fill, routesOf, samples } from "./world/routes";

/** Every page, in both languages: no serious or critical fault for assistive technology, nothing wider than the screen, no word left untranslated. */
const pages = routesOf("page.tsx").sort();
const narrow = new Set([
  "/me",
  "/me/requests/new",
  "/treatments",
  "/treatments/[id]",
  "/search",
  "/certificates",
  "/verify",
  "/verify/[code]",
  "/sign-in",
  "/wall",
  "/awards",
  "/exchange/imports/new",
  "/exchange/imports/[id]",
]);

function visitor(route: string): Who {
  const { reached } = access[route]!;
  return (
    reached.find((who) => who === "jiajianhua") ?? reached.find((who) => who === "recorder") ?? reached[0]!
  );
}

for (const locale of ["zh-CN", "en"] as const) {
  for (const route of pages) {
    test(`${route} in ${locale} is fit for assistive technology`, async ({ as }) => {
      const page = await as(visitor(route), { locale });
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      await page.goto(fill(route, await samples()));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(
        violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      ).toEqual([]);
      expect(await page.locator("body").innerText()).not.toMatch(/\b[a-z]+(\.[a-zA-Z]+){2,}\b|\{[a-z]+\}/);
      if (narrow.has(route)) {
        await page.setViewportSize({ width: 390, height: 844 });
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        ).toBeLessThanOrEqual(0);
      }
      expect(faults).toEqual([]);
    });
  }
}
