import { describe, expect, it } from "vitest";
import { faultPath, findTitles, kindOf, matchByName, needsAward, proposeGroups, rolesOf } from "./rules";
import type { TitleChoice } from "./schema";

const title = (
  id: number,
  name: string,
  subjectKinds: TitleChoice["subjectKinds"],
  prizeLevels: string[] = [],
): TitleChoice => ({
  ...{ id, name, nameEn: null, levels: ["city"], prizeLevels, subjectKinds, validFrom: null, validTo: null },
});
const titles = [
  title(1, "青岛大工匠", ["employee"]),
  title(2, "青岛工匠", ["employee"]),
  title(3, "青岛市创新型班组", ["team"]),
  title(4, "青岛市职工创新成果", ["achievement"], ["first", "second", "third"]),
  title(5, "全国劳动模范", ["employee"]),
  title(6, "山东省劳动模范", ["employee"]),
  title(7, "青岛市劳动模范", ["employee"]),
  title(8, "公司职工运动会", ["employee", "team"], ["first", "second"]),
];
const prizes = [
  { code: "grand", zh: "特等奖" },
  { code: "first", zh: "一等奖" },
  { code: "second", zh: "二等奖" },
  { code: "third", zh: "三等奖" },
];
const found = (heading: string, context = "") => findTitles(heading, titles, context).map(({ id }) => id);
const propose = (text: string, context = "") =>
  proposeGroups(text, titles, prizes, context).groups.map(({ title: one, prizeLevelCode, stated, rows }) => [
    one?.id ?? null,
    prizeLevelCode,
    stated,
    ...rows.map(({ kind, name }) => `${kind} ${name}`),
  ]);

describe("a heading is put to a title of the catalog", () => {
  it("by its whole name, whatever year, quotes and prize stand about it", () => {
    expect(found("2022年度“青岛工匠”获得者名单")).toEqual([2]);
    expect(found("青岛大工匠")).toEqual([1]);
    expect(found("青岛市职工创新成果一等奖")).toEqual([4]);
    expect(found("名单")).toEqual([]);
  });

  it("by its short form; who gives it is taken from the paper, and else left to the person", () => {
    expect(found("创新型班组")).toEqual([3]);
    expect(found("劳动模范", "青岛市总工会关于表彰的决定")[0]).toBe(7);
    expect(propose("一、劳动模范\n贾建华 三公司", "青岛市总工会关于表彰的决定")).toEqual([
      [7, null, null, "employee 贾建华"],
    ]);
    expect(propose("一、劳动模范\n贾建华 三公司")).toEqual([[null, null, null, "employee 贾建华"]]);
  });

  it("with the prize level where the title has it, under headings of two steps", () => {
    expect(
      propose("五、职工创新成果（3项）\n（一）一等奖（1项）\n1.焊接工装\n（二）特等奖\n2.清洗装置"),
    ).toEqual([
      [4, "first", 1, "achievement 焊接工装"],
      [4, null, null, "achievement 清洗装置"],
    ]);
  });

  it("and rows are of the title's kind, or of the kind that their name looks like", () => {
    expect(propose("一、公司职工运动会二等奖\n焊接一班\n贾建华 三公司")).toEqual([
      [8, "second", null, "team 焊接一班", "employee 贾建华"],
    ]);
    expect(kindOf("贾建华创新工作室", null)).toBe("employee");
    expect(kindOf("热控班", titles[7]!)).toBe("team");
  });
});

describe("a row", () => {
  const known = { id: 1, name: "甲" };
  const unknown = { id: null, name: "乙" };

  it("gives roles in the order of the paper, and waits as a name where nothing else is known of it", () => {
    expect(rolesOf({ role: "first_contributor", recipients: [known, unknown] })).toEqual([
      "first_contributor",
      "main_contributor",
    ]);
    expect(rolesOf({ role: "member", recipients: [known, unknown] })).toEqual(["member", "member"]);
    expect(needsAward({ recipients: [unknown], bonus: null })).toBe(false);
    expect(needsAward({ recipients: [unknown], bonus: "1.00" })).toBe(true);
    expect(needsAward({ recipients: [unknown, unknown], bonus: null })).toBe(true);
  });

  it("is told its faults by its own place, those who wait counted", () => {
    const row = { recipients: [unknown, known] };
    expect(faultPath("recipients.0.employeeId", 2, 3, row)).toBe("groups.2.rows.3.recipients.1");
    expect(faultPath("unknown.0", 2, 3, row)).toBe("groups.2.rows.3.recipients.0");
    expect(faultPath("recipients.0.role", 0, 0, row)).toBe("groups.0.rows.0.role");
    expect(faultPath("levelCode", 1, 3, row)).toBe("groups.1.levelCode");
    expect(faultPath("bonus", 1, 3, row)).toBe("groups.1.rows.3.bonus");
  });

  it("finds teams and works by their own name, or by one that holds it", () => {
    const all = [{ names: ["焊接一班"] }, { names: ["焊接班", null] }, { names: ["本体班"] }];
    expect(matchByName(all, "焊接 班", 5)).toMatchObject({ exact: [all[1]] });
    expect(matchByName(all, "锅炉公司焊接一班", 5)).toEqual({ exact: [], similar: [all[0]] });
    expect(matchByName(all, " ", 5)).toEqual({ exact: [], similar: [] });
  });
});
