import { expect, it } from "vitest";
import { readMoney, showMoney } from "./money";

it.each([
  ["3000", "3000.00"],
  ["3,000.5", "3000.50"],
  ["３０００元", "3000.00"],
  ["¥ 0.05", "0.05"],
  ["007", "7.00"],
  ["1.230", "1.23"],
  ["0.005", null],
  ["-1", null],
  ["1e20", null],
  ["三千", null],
])("reads %s as %s", (text, amount) => {
  expect(readMoney(text)).toBe(amount);
});

it("shows thousands, and cents where there are some", () => {
  expect([showMoney("1234567.50"), showMoney("500.00")]).toEqual(["1,234,567.50", "500"]);
});
