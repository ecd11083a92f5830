import { expect, it } from "vitest";
import { formatBytes, formatDay, formatInstant, formatMoney } from "./format";

it("shows instants in the office's zone, whatever the machine's is", () => {
  const lateEvening = new Date("2022-12-05T16:30:00Z");
  expect(formatInstant(lateEvening, "zh-CN")).toBe("2022年12月6日 00:30");
  expect(formatInstant(lateEvening, "en")).toBe("6 Dec 2022, 00:30");
  expect(formatDay(lateEvening, "zh-CN")).toBe("2022年12月6日");
});

it("shows cents only where there are some", () => {
  expect(formatMoney("3000.00", "zh-CN")).toBe("3,000");
  expect(formatMoney("1234.50", "zh-CN")).toBe("1,234.50");
});

it("shows sizes of files", () => {
  expect([formatBytes(512), formatBytes(30_000), formatBytes(20 * 1024 * 1024)]).toEqual([
    "512 B",
    "29 KB",
    "20.0 MB",
  ]);
});
