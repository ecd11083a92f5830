import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNotice, type Notice } from "./notice-text";
import { cleanText } from "./text";

const known = (heading: string) => (/工匠|能手/u.test(heading) ? { people: true } : null);
const read = (...lines: string[]) => readNotice(lines.join("\n"), known);
const short = ({ groups }: Notice) =>
  groups.map(({ heading, stated, rows }) => [
    heading,
    stated,
    ...rows.map(({ name, unit, post, note, rest }) =>
      [name, unit, post, note, rest].join("|").replace(/\|+$/, ""),
    ),
  ]);

describe("a notice is read", () => {
  it("with heading, count and entry on one line", () => {
    expect(short(read("一、青岛大工匠（1名）贾建华 某某公司 焊工"))).toEqual([
      ["青岛大工匠", 1, "贾建华|某某公司|焊工"],
    ]);
    expect(short(read("一、青岛大工匠(1名)：贾建华"))).toEqual([["青岛大工匠", 1, "贾建华"]]);
  });

  it("with entries below their heading, numbered or not, set wide, with （女） and with commas", () => {
    const notice = read(
      "二、青岛工匠（５名）",
      "李晓杰  三公司  焊工",
      "2.王　芳（女）  一公司  高级技师",
      "③张伟，装备公司，车工",
      "单雨桐 某公司焊工",
      "5、仇英 女 某公司",
    );
    expect(short(notice)).toEqual([
      [
        "青岛工匠",
        5,
        "李晓杰|三公司|焊工",
        "王芳（女）|一公司|高级技师",
        "张伟|装备公司|车工",
        "单雨桐|某公司|焊工",
        "仇英（女）|某公司",
      ],
    ]);
  });

  it("with names joined by 、, and says when they are fewer than it states", () => {
    expect(short(read("三、创新能手：赵永胜、孙宏亮、杨鹏等5人"))).toEqual([
      ["创新能手", 5, "赵永胜", "孙宏亮", "杨鹏||||等5人"],
    ]);
    expect(short(read("青岛工匠", "赵永胜 孙宏亮 欧阳娜", "某公司：阿卜杜·热合曼、杨鹏"))).toEqual([
      ["青岛工匠", null, "赵永胜", "孙宏亮", "欧阳娜", "阿卜杜·热合曼|某公司", "杨鹏|某公司"],
    ]);
  });

  it("with prizes below a heading, achievements and their lines of detail", () => {
    const notice = read(
      "五、职工创新成果（3项）",
      "（一）一等奖（1项）",
      "1.锅炉受热面、管道焊接工装",
      "完成单位：三公司",
      "完成人：贾建华、李晓杰",
      "（二）三等奖（2项）",
      "2.管道清洗装置  一公司",
      "3.接线盒改进",
    );
    expect(short(notice)).toEqual([
      ["职工创新成果", 3],
      ["一等奖", 1, "锅炉受热面、管道焊接工装|三公司|||完成人：贾建华、李晓杰"],
      ["三等奖", 2, "管道清洗装置|一公司", "接线盒改进"],
    ]);
    expect(notice.groups.map(({ above }) => above)).toEqual([[], ["职工创新成果"], ["职工创新成果"]]);
    expect(notice.groups[1]!.rows[0]!.lines).toEqual([3, 4, 5]);
  });

  it("with teams, a table of words, and the unit before the name", () => {
    expect(short(read("四、创新型班组（2个）", "焊接一班、热控调试班"))).toEqual([
      ["创新型班组", 2, "焊接一班", "热控调试班"],
    ]);
    expect(
      short(
        read(
          "一、先进个人",
          "序号\t姓名\t单位\t岗位\t备注",
          "1\t钱一\t一公司\t起重工\t首次",
          "2\t孙二\t\t电工",
        ),
      ),
    ).toEqual([["先进个人", null, "钱一|一公司|起重工|首次", "孙二||电工"]]);
    expect(short(read("一、先进个人", "山东电建三公司  贾建华  焊工"))).toEqual([
      ["先进个人", null, "贾建华|山东电建三公司|焊工"],
    ]);
  });

  it("and what is neither heading nor entry is told", () => {
    const { groups, unread } = read(
      "关于公布名单的通报",
      "各单位：",
      "经研究决定，对下列集体和个人予以表彰，希望珍惜荣誉。",
      "",
      "一、青岛工匠",
      "贾建华",
      "青岛市总工会",
      "2022年12月3日",
    );
    expect(unread.map(({ line }) => line)).toEqual([1, 2, 3, 7, 8]);
    expect(groups.map(({ rows }) => rows.length)).toEqual([1]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    "一、",
    "（二）",
    "3.",
    "①",
    "青岛工匠",
    "创新型班组",
    "一等奖",
    "（1名）",
    "(３项)",
    "：",
    "、",
    "，",
    "等5人",
    "（女）",
    "女",
    "贾建华",
    "王 芳",
    "阿卜杜·热合曼",
    "三公司",
    "焊工",
    "  ",
    "\t",
    "　",
    "完成人：",
    "单位：",
    "序号",
    "姓名",
    "单位",
    "岗位",
    "2022年12月3日",
    "。",
    "等",
    "（",
    "）",
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
const text = fc
  .array(line, { maxLength: 12 })
  .chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((end) => lines.join(end)));

describe("whatever the text is", () => {
  it("every line that is not blank is in a group, a row or among the unread", () => {
    fc.assert(
      fc.property(text, (given) => {
        const { groups, unread } = readNotice(given, known);
        const told = new Set([
          ...groups.flatMap(({ lines, rows }) => [...lines, ...rows.flatMap((row) => row.lines)]),
          ...unread.map((one) => one.line),
        ]);
        given.split(/\r\n|[\n\r\u0085\u2028\u2029]/).forEach((one, index) => {
          expect(told.has(index + 1)).toBe(cleanText(one) !== "");
        });
        for (const { text: kept } of unread) expect(kept).not.toBe("");
        for (const { rows } of groups) for (const { name } of rows) expect(name.trim()).not.toBe("");
      }),
      { numRuns: 1000 },
    );
  });

  it("no character of a name list is lost between the cells", () => {
    const han = fc.constantFrom(
      "贾建华",
      "李晓杰",
      "王芳（女）",
      "阿卜杜·热合曼",
      "三公司",
      "焊工",
      "某某分公司",
      "高级技师",
      "回族",
      "莫名其妙",
    );
    fc.assert(
      fc.property(
        fc.array(han, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("  ", "\t", "、", "　", "，"),
        (words, gap) => {
          const { groups, unread } = readNotice(`一、青岛工匠\n${words.join(gap)}`, known);
          const kept = JSON.stringify([groups, unread]);
          for (const word of words)
            for (const one of word.replace(/[（）]/gu, "")) expect(kept).toContain(one);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
