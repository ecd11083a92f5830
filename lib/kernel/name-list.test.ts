import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namesFault, splitNames } from "./name-list";
import { normalizeDocumentNumber } from "./text";

const names = (text: string) => splitNames(text).names.map(({ name }) => name);

describe("names in one cell", () => {
  test.each([
    ["张三、李四", ["张三", "李四"]],
    ["张三，李四,王五；赵六;钱七/孙八", ["张三", "李四", "王五", "赵六", "钱七", "孙八"]],
    ["张三\n李四\r\n王五", ["张三", "李四", "王五"]],
    ["张伟 李娜 王小明", ["张伟", "李娜", "王小明"]],
    ["王 芳", ["王芳"]],
    ["王　芳、李小明", ["王芳", "李小明"]],
    ["王 芳  张小明  李 娜", ["王芳", "张小明", "李娜"]],
    ["王 小 明", ["王小明"]],
    ["欧阳 娜娜、司马 光", ["欧阳娜娜", "司马光"]],
    ["阿卜杜·热合曼、买买提 • 艾力", ["阿卜杜·热合曼", "买买提·艾力"]],
    ["John Smith、张伟", ["John Smith", "张伟"]],
    ["1.张三 2.李四", ["张三", "李四"]],
    ["1、张三 2、李四", ["张三", "李四"]],
    ["①张三②李四", ["张三", "李四"]],
    ["（1）张三（2）李四", ["张三", "李四"]],
    ["组长：张三，成员：李四", ["张三", "李四"]],
    ["张三同志。", ["张三"]],
    ["何等、李等", ["何等", "李等"]],
    ["", []],
    ["、 ，；", []],
  ])("%s", (text, found) => expect(names(text)).toEqual(found));

  test("what stands in parentheses is told of the one before", () => {
    expect(splitNames("李四（女）、张三(焊工、女，回族) 王五（男）").names).toEqual([
      { name: "李四", gender: "female" },
      { name: "张三", gender: "female", note: "焊工，回族" },
      { name: "王五", gender: "male" },
    ]);
  });

  test.each([
    ["张三、李四等5人", 5, "namesStated:5"],
    ["张三等 12 名同志", 12, "namesStated:12"],
    ["张三、李四等二人", 2, null],
    ["张三、李四（共2人）", 2, null],
    ["张三、李四等十二人", 12, "namesStated:12"],
    ["张三、李四等", null, "namesOpen"],
    ["张三、李四", null, null],
  ])("%s", (text, stated, fault) => {
    const list = splitNames(text);
    expect(list.stated).toBe(stated);
    expect(namesFault(list)).toBe(fault);
  });

  // Characters of names that neither count nor mark a list, and no compound surname.
  const character = fc.constantFrom(..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英𠮷");
  const plainName = fc
    .tuple(fc.constantFrom(..."王李张刘陈杨赵黄周吴"), fc.array(character, { minLength: 1, maxLength: 2 }))
    .map(([surname, given]) => ({ name: [surname, ...given].join(""), typed: [surname, ...given].join("") }));
  const spaced = fc
    .tuple(fc.constantFrom(..."王李张刘陈"), character, fc.constantFrom(" ", "　"))
    .map(([surname, given, gap]) => ({ name: surname + given, typed: surname + gap + given }));
  const foreign = fc
    .tuple(
      fc.constantFrom("阿卜杜", "买买提", "迪丽热巴"),
      fc.constantFrom("·", "•", " · "),
      fc.constantFrom("热合曼", "艾力"),
    )
    .map(([one, dot, two]) => ({ name: `${one}·${two}`, typed: one + dot + two }));
  const anyName = fc.oneof(plainName, spaced, foreign);
  const separator = fc.constantFrom("、", "，", ",", "；", ";", "/", "\n", "、 ", " ， ");
  const mark = fc.constantFrom("", "（女）", "(女)", "（焊工）");

  test("however they are joined, the same names come out in order, with their marks", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, mark, separator), { minLength: 1, maxLength: 30 }), (all) => {
        const text = all.map(([{ typed }, note, gap]) => typed + note + gap).join("");
        const list = splitNames(`${text}${all.at(-1)![0].typed}等${all.length + 1}人`);
        expect(list.names.map(({ name }) => name)).toEqual([...all, all.at(-1)!].map(([{ name }]) => name));
        expect(list.names.map(({ gender }) => gender === "female")).toEqual([
          ...all.map(([, note]) => note.includes("女")),
          false,
        ]);
        expect(namesFault(list)).toBeNull();
      }),
    );
  });

  test("whole names part at single spaces too", () => {
    fc.assert(
      fc.property(fc.array(plainName, { minLength: 2, maxLength: 10 }), (all) => {
        expect(names(all.map(({ typed }) => typed).join(" "))).toEqual(all.map(({ name }) => name));
      }),
    );
  });

  test("no text breaks it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const { name } of splitNames(text).names) expect(name).toBe(name.trim());
      }),
      { numRuns: 2000 },
    );
  });
});

describe("文号, however it was typed", () => {
  const number = fc.record({
    mark: fc.constantFrom("青工发", "鲁总工", "国发", "SEPCO工字"),
    year: fc.integer({ min: 1980, max: 2099 }),
    running: fc.integer({ min: 1, max: 999 }),
  });
  const brackets = fc.constantFrom("〔〕", "[]", "【】", "()", "（）", "［］", "〖〗", "「」");
  const wide = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));

  test("has one normal form, which is its own normal form", () => {
    fc.assert(
      fc.property(
        number,
        brackets,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom("", " ", "　"),
        ({ mark, year, running }, [open, close], full, hao, gap) => {
          const typed = `${mark}${gap}${open}${full ? wide(String(year)) : year}${close}${gap}${full ? wide(String(running)) : running}${gap}${hao ? "号" : ""}`;
          const normal = normalizeDocumentNumber(typed);
          expect(normal).toBe(`${mark}〔${year}〕${running}号`);
          expect(normalizeDocumentNumber(normal)).toBe(normal);
        },
      ),
    );
  });

  test("two numbers are one only where issuer, year and running number are", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const written = ({ mark, year, running }: typeof a) =>
          normalizeDocumentNumber(`${mark}[${year}]${running}`);
        expect(written(a) === written(b)).toBe(
          a.mark === b.mark && a.year === b.year && a.running === b.running,
        );
      }),
    );
  });
});
