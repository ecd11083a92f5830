import { z } from "zod";
import { concealIdNumber } from "@/lib/kernel/id-number";
import type { IntakeColumn } from "@/lib/kernel/intake";
import { intakeColumn, type Words } from "@/lib/kernel/intake-row";
import type { PartialDate } from "@/lib/kernel/partial-date";
import type { RecipientRole, SubjectKind, SubjectRef } from "../schema";

/** What holds for every row: in which state awards arrive, how they came, what becomes of a document nobody has entered yet. */
export const intakeOptions = z.object({
  state: z.enum(["draft", "submitted"], "unknownValue").default("draft"),
  source: z.enum(["import", "legacy"], "unknownValue").default("import"),
  unknownDocuments: z.enum(["fault", "create"], "unknownValue").default("fault"),
  /** The unit that records; null is the actor's own, as in the form. */
  unitId: z.number().int().positive().nullable().default(null),
});
export type IntakeOptions = z.output<typeof intakeOptions>;

export const intakeColumns: IntakeColumn[] = [
  intakeColumn(
    "title",
    "choice",
    28,
    "荣誉称号|称号|荣誉名称|奖项|奖项名称|获奖名称|获奖项目|获得荣誉|所获荣誉|表彰名称|Honor title|Title|Honor|Award",
    { required: true },
  ),
  intakeColumn(
    "prizeLevel",
    "choice",
    12,
    "等级|奖项等级|获奖等级|奖级|奖次|获奖等次|等次|Prize level|Prize|Grade",
  ),
  intakeColumn("level", "choice", 12, "级别|荣誉级别|奖项级别|表彰级别|获奖级别|Level|Award level"),
  intakeColumn("rank", "number", 8, "名次|排名|竞赛名次|Rank|Ranking|Place"),
  intakeColumn(
    "awardDate",
    "date",
    14,
    "获奖日期|获奖时间|表彰日期|表彰时间|授予日期|授予时间|荣誉日期|颁奖日期|发文日期|日期|时间|Award date|Awarded on|Date",
    { required: true },
  ),
  intakeColumn("awardYear", "number", 10, "表彰年度|年度|获奖年度|届次年度|Award year|Year"),
  intakeColumn(
    "subjectKind",
    "choice",
    14,
    "获奖主体类型|主体类型|获奖对象类型|获奖类型|对象类型|表彰对象|Recipient type|Subject kind|Kind of recipient",
  ),
  intakeColumn(
    "recipients",
    "names",
    24,
    "获奖人/主体|获奖人|获奖主体|获奖者|姓名|获奖人姓名|职工姓名|获奖人员|获奖名单|获奖个人|获奖集体|获奖单位|完成人|主要完成人|Recipients|Recipient|Winner|Winners|Name|Names",
    { required: true },
  ),
  intakeColumn(
    "workNumber",
    "text",
    16,
    "工号|职工工号|获奖人工号|职工号|员工号|职工编号|员工编号|人员编号|Work number|Work numbers|Employee number",
  ),
  intakeColumn(
    "unit",
    "text",
    24,
    "单位|所在单位|工作单位|所属单位|单位名称|部门|单位/部门|单位部门|Unit|Company|Department",
  ),
  intakeColumn(
    "last4",
    "text",
    14,
    "身份证后四位|身份证号后四位|证件号后四位|身份证尾号|身份证号|身份证号码|身份证|ID last 4|Last four of ID number|ID number",
    { conceal: concealLast4 },
  ),
  intakeColumn("birth", "text", 14, "出生年月|出生日期|出生年月日|生日|Birth|Date of birth"),
  intakeColumn("post", "text", 16, "岗位|职务|岗位/职务|工种|岗位名称|Post|Position|Job title"),
  intakeColumn("role", "choice", 16, "完成人角色|角色|获奖人角色|承担角色|Role|Contributor role"),
  intakeColumn(
    "documentNumber",
    "text",
    24,
    "文号|文件号|表彰文号|发文字号|文件文号|依据文号|Document number|Document no.",
  ),
  intakeColumn(
    "documentTitle",
    "text",
    32,
    "文件名称|文件标题|表彰文件|依据文件|文件|Document title|Document",
  ),
  intakeColumn(
    "grantingBodies",
    "names",
    24,
    "授予机关|授予单位|颁奖单位|颁发单位|表彰单位|表彰机关|授奖单位|评选单位|发证机关|发文机关|Granting body|Granting bodies|Granted by",
  ),
  intakeColumn("bonus", "number", 12, "奖金|奖金（元）|奖金总额|奖励金额|金额|Bonus|Bonus (CNY)"),
  intakeColumn("reason", "text", 24, "事由|获奖理由|获奖事由|表彰事由|获奖项目内容|Reason"),
  intakeColumn("deeds", "text", 32, "事迹|先进事迹|主要事迹|事迹简介|Deeds"),
  intakeColumn("remark", "text", 20, "备注|说明|Remark|Remarks|Notes"),
];

export const kindWords: Words<SubjectKind> = {
  employee: ["个人", "Person", "职工", "员工", "先进个人", "Employee", "Individual"],
  team: ["班组", "Team", "班组/集体", "集体", "团队", "先进集体", "先进班组", "项目组", "Group"],
  studio: ["创新工作室", "Studio", "工作室"],
  organization: ["单位", "Unit", "先进单位", "组织", "企业", "公司", "Organization"],
  achievement: ["创新成果", "Achievement", "成果", "项目", "职工创新成果"],
};

export const roleWords: Words<RecipientRole> = {
  first_contributor: ["第一完成人", "First contributor", "第一作者", "主持人"],
  main_contributor: ["主要完成人", "Main contributor", "完成人", "参与人"],
  leader: ["负责人", "Leader", "组长", "班长", "领队", "队长"],
  member: ["成员", "Member", "组员", "队员"],
  advisor: ["指导教师", "Advisor", "指导老师", "指导"],
  mentor: ["师傅", "Mentor", "导师"],
};

/** Of a cell that holds whole ID numbers, what the registry keeps of each. */
function concealLast4(text: string): string {
  return text.replace(/[0-9Xx０-９]{12,}/g, concealIdNumber);
}

export type IntakeRecipient = SubjectRef & {
  role: RecipientRole | null;
  /** What the sheet says of someone without a unit or post of their own here. */
  unitText: string | null;
  postText: string | null;
};

/** What is kept of a row until it is applied. Snapshots are taken then, so none stand here. */
export type IntakeValues = {
  titleId: number;
  levelCode: string;
  prizeLevelCode: string | null;
  rank: number | null;
  awardDate: PartialDate;
  awardYear: number;
  bonus: string | null;
  reason: string | null;
  deeds: string | null;
  /** One that is there, or one to be made. */
  document: { id: number } | { number: string | null; title: string; issuers: readonly number[] } | null;
  grantingBodies: number[];
  recipients: IntakeRecipient[];
};
