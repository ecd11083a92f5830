import { z } from "zod";
import { intakeColumn, type RowReader, type Words, yesNo } from "@/lib/kernel/intake-row";
import type { SubjectKind } from "../schema";

/** Nothing holds for every row of such a sheet. */
export const intakeOptions = z.object({});
export type IntakeOptions = z.output<typeof intakeOptions>;

export const intakeColumns = [
  intakeColumn("name", "text", 30, "荣誉称号|称号|称号名称|奖项名称|荣誉名称|名称|Honor title|Title|Name", {
    required: true,
  }),
  intakeColumn("nameEn", "text", 30, "英文名称|称号英文名|English name|Title in English"),
  intakeColumn("programme", "text", 24, "表彰项目|所属项目|评选项目|项目|Programme"),
  intakeColumn("category", "choice", 14, "类别|荣誉类别|称号类别|Category"),
  intakeColumn("levels", "text", 16, "级别|可授级别|荣誉级别|Levels|Level"),
  intakeColumn("prizeLevels", "text", 22, "等级|可设等级|奖项等级|奖励等级|Prize levels|Prize level"),
  intakeColumn("subjectKinds", "text", 18, "授予对象|表彰对象|获奖主体类型|Given to|Subject kinds"),
  intakeColumn("validityMonths", "number", 12, "有效期（月）|有效期|有效月数|Valid for (months)|Validity"),
  intakeColumn("countsForMembers", "choice", 16, "计入成员个人荣誉|计入个人|Counts for members"),
  intakeColumn("nationalCode", "text", 14, "国家代码|国标代码|标准代码|National code"),
  intakeColumn("predecessor", "text", 26, "前身称号|原称号|更名前称号|Predecessor"),
  intakeColumn("validFrom", "date", 12, "启用日期|设立日期|起始日期|Valid from"),
  intakeColumn("validTo", "date", 12, "停用日期|终止日期|Valid to"),
  intakeColumn("sort", "number", 8, "排序|排序号|顺序|Order|Sort"),
];

export const subjectKindWords: Words<SubjectKind> = {
  employee: ["个人", "Person", "职工", "Employee"],
  team: ["班组/集体", "Team", "班组", "集体"],
  studio: ["工作室", "Studio", "创新工作室"],
  organization: ["单位", "Unit", "组织", "企业"],
  achievement: ["创新成果", "Achievement", "成果", "职工创新成果"],
};

/** How people write levels beside their names: 市级, 省级. A level that a user added is known by its name alone. */
export const levelSynonyms: Record<string, readonly string[]> = {
  international: ["国际级"],
  national: ["国家级", "全国", "全国级"],
  provincial: ["省部级", "省级", "部级"],
  city: ["地市级", "市级", "地级市"],
  county: ["区县级", "区级", "县级"],
  industry: ["行业", "协会", "行业级"],
  group: ["集团级"],
  company: ["公司级"],
  department: ["部门级"],
};

type Lists = { categories: Words; levels: Words; prizeLevels: Words };

/** What the cells say, in the shape of the form. */
export function readCells(reader: RowReader, { categories, levels, prizeLevels }: Lists) {
  const counts = reader.choice("countsForMembers", yesNo);
  const given = {
    name: reader.text("name"),
    nameEn: reader.text("nameEn"),
    categoryCode: reader.choice("category", categories),
    levels: reader.choices("levels", levels),
    prizeLevels: reader.choices("prizeLevels", prizeLevels),
    subjectKinds: reader.choices("subjectKinds", subjectKindWords),
    validityMonths: reader.number("validityMonths"),
    countsForMembers: counts === undefined ? undefined : counts === "yes",
    nationalCode: reader.text("nationalCode"),
    validFrom: reader.date("validFrom"),
    validTo: reader.date("validTo"),
    sort: reader.number("sort"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
