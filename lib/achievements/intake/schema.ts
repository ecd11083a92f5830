import { z } from "zod";
import { intakeColumn, type RowReader, type Words, yesNo } from "@/lib/kernel/intake-row";
import type { AchievementKind, BenefitKind, Secrecy } from "../schema";

/** Nothing holds for every row of such a sheet. */
export const intakeOptions = z.object({});
export type IntakeOptions = z.output<typeof intakeOptions>;

export const intakeColumns = [
  intakeColumn("name", "text", 36, "成果名称|项目名称|创新成果名称|课题名称|名称|Name|Achievement", {
    required: true,
  }),
  intakeColumn("kind", "choice", 14, "类型|成果类型|成果类别|Kind|Type"),
  intakeColumn("field", "text", 14, "专业领域|领域|专业|Field"),
  intakeColumn("units", "names", 26, "完成单位|单位|申报单位|所在单位|Units|Unit"),
  intakeColumn("contributors", "names", 26, "完成人|主要完成人|完成人员|成果完成人|姓名|Contributors"),
  intakeColumn("workNumbers", "names", 20, "工号|职工工号|完成人工号|职工编号|Work numbers|Work number"),
  intakeColumn("shares", "names", 16, "贡献占比|贡献率|占比|份额|Shares|Share"),
  intakeColumn("startedOn", "date", 12, "开始时间|开始日期|立项时间|立项日期|Started"),
  intakeColumn("finishedOn", "date", 12, "完成时间|完成日期|结束时间|成果时间|Finished"),
  intakeColumn("novelty", "text", 40, "创新点|主要创新点|成果简介|What is new|Novelty"),
  intakeColumn("application", "text", 40, "应用情况|推广应用情况|Where applied|Application"),
  intakeColumn(
    "economicBenefit",
    "number",
    16,
    "经济效益（万元）|经济效益|效益（万元）|Economic benefit (10,000 CNY)|Economic benefit",
  ),
  intakeColumn("benefitYear", "number", 10, "效益年度|Benefit year"),
  intakeColumn("benefitKind", "choice", 12, "效益类型|Benefit type"),
  intakeColumn("benefitCertifiedBy", "text", 20, "效益认定单位|效益证明单位|Certified by"),
  intakeColumn("socialBenefit", "text", 30, "社会效益|Social benefit"),
  intakeColumn("propertyType", "text", 14, "知识产权类型|专利类型|Type of intellectual property"),
  intakeColumn(
    "propertyNumber",
    "text",
    22,
    "知识产权编号|专利号|专利编号|登记号|Number of intellectual property|Patent number",
  ),
  intakeColumn("propertyOwner", "text", 20, "权利人|专利权人|Owner"),
  intakeColumn("propertyGrantedOn", "date", 12, "授予时间|授权日期|授权公告日|Granted"),
  intakeColumn("secrecy", "choice", 8, "密级|Secrecy"),
  intakeColumn("disputed", "choice", 10, "存在争议|有争议|Disputed"),
];

export const kindWords: Words<AchievementKind> = {
  innovation: ["技术革新", "Technical innovation", "技术创新", "创新成果"],
  invention: ["发明", "Invention", "发明创造"],
  five_small: ["“五小”成果", "“Five smalls”", "五小", "五小成果", "Five smalls"],
  suggestion: ["合理化建议", "Rationalisation proposal", "合理化提案"],
  operating_method: ["先进操作法", "Advanced operating method", "操作法"],
  quality_control: ["QC 成果", "QC result", "QC", "QC小组"],
};
export const benefitWords: Words<BenefitKind> = {
  direct: ["直接效益", "Direct", "直接"],
  indirect: ["间接效益", "Indirect", "间接"],
};
export const secrecyWords: Words<Secrecy> = {
  open: ["公开", "Open", "无"],
  internal: ["内部", "Internal"],
  secret: ["涉密", "Secret", "秘密"],
};

/** What the cells say, in the shape of the form; units and people are looked up by whoever knows them. */
export function readCells(reader: RowReader): Record<string, unknown> {
  const { text, date, number } = reader;
  const disputed = reader.choice("disputed", yesNo);
  const given = {
    ...{
      name: text("name"),
      field: text("field"),
      novelty: text("novelty"),
      application: text("application"),
    },
    ...{ socialBenefit: text("socialBenefit"), benefitCertifiedBy: text("benefitCertifiedBy") },
    ...{ startedOn: date("startedOn"), finishedOn: date("finishedOn") },
    ...{ economicBenefit: number("economicBenefit"), benefitYear: number("benefitYear") },
    kind: reader.choice("kind", kindWords),
    benefitKind: reader.choice("benefitKind", benefitWords),
    secrecy: reader.choice("secrecy", secrecyWords),
    disputed: disputed === undefined ? undefined : disputed === "yes",
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
