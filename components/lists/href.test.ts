import { describe, expect, it } from "vitest";
import { listHref, one } from "./href";

describe("listHref", () => {
  it("keeps what is there, drops what is empty", () => {
    expect(listHref("/awards", { q: "张 伟", level: "", unit: "3", year: undefined })).toBe(
      "/awards?q=%E5%BC%A0+%E4%BC%9F&unit=3",
    );
  });

  it("begins at page 1 when a filter changes, but not when the page does", () => {
    expect(listHref("/awards", { page: "4", q: "a" }, { sort: "-date" })).toBe("/awards?q=a&sort=-date");
    expect(listHref("/awards", { page: "4", q: "a" }, { page: 5 })).toBe("/awards?q=a&page=5");
    expect(listHref("/awards", { page: "4" }, { page: 1 })).toBe("/awards");
  });

  it("removes by null and repeats lists", () => {
    expect(listHref("/a", { level: ["city", "nation"], q: "x" }, { q: null })).toBe(
      "/a?level=city&level=nation",
    );
    expect(listHref("/a", {}, { level: ["city", "nation"] })).toBe("/a?level=city&level=nation");
  });
});

describe("one", () => {
  it("takes the first and no empty text", () => {
    expect(one({ q: ["a", "b"] }, "q")).toBe("a");
    expect(one({ q: "" }, "q")).toBeUndefined();
  });
});
