import { expect, test } from "vitest";
import { bestMatches, matchRank, readingOfTerm, readQuery, readsAs } from "./lookup";
import { readingOf } from "./pinyin";

test.each(["zhangwei", "zhangw", "zw", "zhwei", "z", "zhang", "zhangwe"])("张伟 is found by %s", (typed) => {
  expect(readsAs(typed, readingOf("张伟"))).toBe(true);
});

test.each(["wei", "zhangx", "zhangweii", "zhangwj", "zzw"])("张伟 is not found by %s", (typed) => {
  expect(readsAs(typed, readingOf("张伟"))).toBe(false);
});

test("three syllables, each by any beginning", () => {
  for (const typed of ["zjg", "zhangjg", "zjianguo", "zhjianguo", "zjiang", "zhangjianguo"]) {
    expect(readsAs(typed, readingOf("张建国"))).toBe(true);
  }
  expect(readsAs("zgj", readingOf("张建国"))).toBe(false);
});

test("surnames of several readings are found by the surname's", () => {
  expect(readsAs("shanhong", readingOf("单红"))).toBe(true);
  expect(readsAs("danhong", readingOf("单红"))).toBe(false);
  expect(readsAs("xiexiaojie", readingOf("解晓杰"))).toBe(true);
});

test("names of things are read as words", () => {
  expect(readingOfTerm("重庆分公司").initials).toBe("cqfgs");
  expect(readingOfTerm("单位工会").pinyin).toBe("danweigonghui");
});

test("a query is letters only when it can be a reading", () => {
  expect(readQuery(" Zhang Wei ")).toEqual({ key: "zhangwei", letters: "zhangwei" });
  expect(readQuery("lü").letters).toBe("lv");
  expect(readQuery("张w").letters).toBeNull();
  expect(readQuery("0012").letters).toBeNull();
});

test("the name itself comes before its beginning, that before its inside", () => {
  expect(matchRank(readQuery("一公司"), "一公司")).toBe(0);
  expect(matchRank(readQuery("一公司"), "一公司工会")).toBe(1);
  expect(matchRank(readQuery("一公司"), "第一公司")).toBe(2);
  expect(matchRank(readQuery("二公司"), "第一公司")).toBeNull();
  const units = ["第一工程公司", "工程公司", "工程公司党委", "机关"];
  expect(bestMatches(units, "工程公司", (name) => [name])).toEqual([
    "工程公司",
    "工程公司党委",
    "第一工程公司",
  ]);
  expect(bestMatches(units, "gcgs", (name) => [name, null])).toEqual([
    "工程公司",
    "工程公司党委",
    "第一工程公司",
  ]);
  expect(bestMatches(units, "", (name) => [name], 2)).toEqual(["第一工程公司", "工程公司"]);
});

test("long input ends quickly", () => {
  const before = performance.now();
  readsAs("a".repeat(60) + "b", { pinyin: "a".repeat(200), initials: "a".repeat(100) });
  expect(performance.now() - before).toBeLessThan(500);
});
