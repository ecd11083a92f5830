import { describe, expect, it } from "vitest";
import { passwordFault } from "./password-rules";
import { newPassword } from "./passwords";

const names = ["zhangjianguo", "00123456", "张建国", "zhang jianguo", null, undefined];

describe("passwordFault", () => {
  it.each([
    ["seven77", "passwordTooShort:8"],
    ["密码密码密码密", "passwordTooShort:8"],
    ["𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "passwordTooShort:8"],
    ["x".repeat(200) + "长".repeat(57), "passwordTooLong:256"],
    ["12345678", "passwordCommon"],
    ["hgfedcba", "passwordCommon"],
    ["aaaaaaaaaa", "passwordCommon"],
    ["8686868686", "passwordCommon"],
    ["woaini1314", "passwordCommon"],
    ["WoAiNi1314", "passwordCommon"],
    ["5201314520", "passwordCommon"],
    ["1qaz2wsx", "passwordCommon"],
    ["Admin@2024", "passwordCommon"],
    ["gonghui2022!", "passwordCommon"],
    ["ｐａｓｓｗｏｒｄ", "passwordCommon"],
    ["Corvette", "passwordCommon"],
    ["steelers99", "passwordCommon"],
    ["00123456", "passwordIsName"],
    ["zhangjianguo", "passwordIsName"],
    ["ZhangJianguo1", "passwordIsName"],
    ["zhang.jianguo", "passwordIsName"],
    ["张建国张建国123", "passwordIsName"],
  ])("refuses %s as %s", (password, fault) => {
    expect(passwordFault(password, names)).toBe(fault);
  });

  it.each([
    "correct horse battery staple",
    "四月的海风吹过老厂房",
    "zhangjianguo rides a blue bicycle",
    `${"长 ".repeat(31)}end`,
    "k7#mQ2vx",
  ])("takes %s", (password) => {
    expect(passwordFault(password, names)).toBeNull();
  });

  it("takes every password that we make", () => {
    for (let turn = 0; turn < 200; turn++) expect(passwordFault(newPassword(), names)).toBeNull();
  });
});
