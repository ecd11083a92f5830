import { expect, test } from "vitest";
import { employeeHint, keptReading, leftOnOf } from "./rules";

test.each([
  ["张伟", "", "zhang wei", "zw"],
  ["解晓杰", "", "xie xiaojie", "xxj"],
  ["李乐平", "li yueping", "li yueping", "lyp"],
  ["种师道", "zhong shidao", "zhong shidao", "zsd"],
  ["欧阳修", "ou yangxiu", "ou yangxiu", "oyx"],
  ["阿里木·买买提", "alimu maimaiti", "alimu maimaiti", "almmmt"],
  ["John Smith", "jon smith", "jon smith", "js"],
])("%s read as “%s” is kept as %s, %s", (name, typed, pinyin, initials) => {
  expect(keptReading(name, typed)).toEqual({ pinyin, initials });
});

test("who left, retired or died is no longer employed", () => {
  expect(leftOnOf("retired", "2022-05")).toBe("2022-05");
  expect(leftOnOf("seconded", "2022-05")).toBeNull();
});

test("the hint names what is known and leaves out what is not", () => {
  const t = (key: string, values?: object) => `${key}=${Object.values(values ?? {}).join()}`;
  expect(employeeHint({ unitName: "一分公司", workNumber: "0012", birthYear: null, last4: "123X" }, t)).toBe(
    "一分公司 · hint.workNumber=0012 · hint.last4=123X",
  );
});
