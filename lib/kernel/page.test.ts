import fc from "fast-check";
import { expect, test } from "vitest";
import { pageSizes, pageWindow } from "./page";

test("a page in the middle", () => {
  expect(pageWindow(2, 20, 97)).toEqual({
    page: 2,
    size: 20,
    total: 97,
    pages: 5,
    skip: 20,
    take: 20,
    from: 21,
    to: 40,
  });
});

test("an empty list has one page", () => {
  expect(pageWindow(3, 10, 0)).toMatchObject({ page: 1, pages: 1, from: 0, to: 0, skip: 0 });
});

test("anything asked for gives a window inside the list", () => {
  const anyNumber = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 1e9, 100_000, Infinity, NaN));
  fc.assert(
    fc.property(anyNumber, anyNumber, fc.nat(2_000_000), (page, size, total) => {
      const window = pageWindow(page, size, total);
      expect(pageSizes).toContain(window.size);
      expect(window.page).toBeGreaterThanOrEqual(1);
      expect(window.page).toBeLessThanOrEqual(window.pages);
      expect(window.skip).toBeLessThanOrEqual(Math.max(0, total - 1));
      expect(window.to).toBeLessThanOrEqual(total);
    }),
  );
});
