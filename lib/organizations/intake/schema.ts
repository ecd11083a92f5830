import { z } from "zod";
import { intakeColumn, type Words } from "@/lib/kernel/intake-row";
import type { UnitKind } from "../schema";

/** Nothing holds for every row of such a sheet. */
export const intakeOptions = z.object({});
export type IntakeOptions = z.output<typeof intakeOptions>;

export const intakeColumns = [
  intakeColumn("code", "text", 14, "单位代码|代码|编码|单位编码|机构代码|组织编码|部门编码|Code|Unit code", {
    required: true,
  }),
  intakeColumn(
    "name",
    "text",
    30,
    "单位名称|单位|名称|单位全称|机构名称|组织名称|部门名称|Name|Unit name|Unit",
    {
      required: true,
    },
  ),
  intakeColumn("shortName", "text", 16, "简称|单位简称|Short name"),
  intakeColumn("kind", "choice", 14, "单位类型|类型|单位类别|机构类型|组织类型|Kind|Type"),
  intakeColumn(
    "parent",
    "text",
    26,
    "上级单位|上级|上级单位代码|上级代码|隶属单位|主管单位|Parent|Parent unit|Parent code",
  ),
  intakeColumn(
    "creditCode",
    "text",
    22,
    "统一社会信用代码|社会信用代码|信用代码|Credit code|Unified social credit code",
  ),
  intakeColumn("validFrom", "date", 14, "成立日期|设立日期|成立时间|启用日期|Founded|Valid from"),
  intakeColumn("periodFrom", "date", 14, "变动日期|更名日期|调整日期|生效日期|Changed on|Holds from"),
  intakeColumn("sort", "number", 8, "排序|排序号|顺序|Order|Sort"),
];

export const kindWords: Words<UnitKind> = {
  group: ["集团", "Group", "集团公司", "总公司"],
  company: ["公司", "Company", "子公司"],
  branch: ["分公司", "Branch", "分支机构", "事业部"],
  department: ["部门/项目部", "Department / project", "部门", "项目部", "处室", "科室", "车间"],
  crew: ["班组", "Crew", "班"],
  group_union: ["集团工会", "Group union"],
  base_union: ["基层工会", "Grassroots union", "Base-level union"],
  branch_union: ["分工会", "Branch union", "工会分会"],
  union_group: ["工会小组", "Union group"],
};
