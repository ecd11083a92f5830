import fc from "fast-check";
import { expect, test } from "vitest";
import { readingOf } from "./pinyin";

test.each([
  ["张建国", "zhang jianguo", "zjg"],
  ["张伟", "zhang wei", "zw"],
  ["欧阳修", "ouyang xiu", "oyx"],
  ["尉迟恭", "yuchi gong", "ycg"],
  ["万俟卨", "moqi xie", "mqx"],
  ["单雄信", "shan xiongxin", "sxx"],
  ["单于飞", "shan yufei", "syf"],
  ["仇英", "qiu ying", "qy"],
  ["曾国藩", "zeng guofan", "zgf"],
  ["解晓东", "xie xiaodong", "xxd"],
  ["查良镛", "zha liangyong", "zly"],
  ["盖叫天", "ge jiaotian", "gjt"],
  ["区志伟", "ou zhiwei", "ozw"],
  ["朴树", "piao shu", "ps"],
  ["任重", "ren zhong", "rz"],
  ["种师道", "chong shidao", "csd"],
  ["佴华", "nai hua", "nh"],
  ["洗星海", "xian xinghai", "xxh"],
  ["祭仲", "zhai zhong", "zz"],
  ["曾單", "zeng dan", "zd"],
  ["單雄", "shan xiong", "sx"],
  ["王重庆", "wang chongqing", "wcq"],
  ["吕绿", "lv lv", "ll"],
  ["𠮷田", "ji tian", "jt"],
  ["李𬭎", "li hong", "lh"],
  ["张㛃", "zhang jie", "zj"],
  ["刘䶮", "liu yan", "ly"],
  ["李𠀀", "li 𠀀", "l𠀀"],
  ["买买提·艾力", "maimaiti aili", "mmtal"],
  ["John Smith", "john smith", "js"],
  ["张 伟", "zhang wei", "zw"],
  ["", "", ""],
])("%s", (name, pinyin, initials) => {
  expect(readingOf(name)).toEqual({ pinyin, initials });
});

test("no name breaks it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (name) => {
      const { pinyin, initials } = readingOf(name);
      expect((pinyin + initials).isWellFormed()).toBe(true);
      expect(pinyin).toBe(pinyin.trim());
    }),
  );
});
