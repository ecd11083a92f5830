import { z } from "zod";
import { zPartialDateOrNull } from "@/lib/kernel/fields";
import { concealIdNumber, readIdNumber } from "@/lib/kernel/id-number";
import { concealPhone, isPhoneMask, readPhone } from "@/lib/kernel/phone";
import type { IntakeColumn } from "@/lib/kernel/intake";
import { intakeColumn, type RowReader, type Words } from "@/lib/kernel/intake-row";
import type { EmploymentStatus, Gender, WorkerType } from "../schema";

/** What holds for every row: from when on a new unit or post holds, where a row does not say. */
export const intakeOptions = z.object({ assignedFrom: zPartialDateOrNull });
export type IntakeOptions = z.output<typeof intakeOptions>;

export const intakeColumns: IntakeColumn[] = [
  intakeColumn("name", "text", 14, "姓名|职工姓名|员工姓名|人员姓名|名字|Name|Full name|Employee", {
    required: true,
  }),
  intakeColumn(
    "workNumber",
    "text",
    14,
    "工号|职工号|员工号|职工编号|员工编号|人员编号|人员编码|职工工号|Work number|Employee number|Employee ID",
  ),
  intakeColumn(
    "idNumber",
    "text",
    22,
    "身份证号|身份证号码|身份证|公民身份号码|证件号码|证件号|ID number|Identity card number",
    { conceal: concealIdNumber, secret: true },
  ),
  intakeColumn(
    "idNumberLast4",
    "text",
    14,
    "身份证后四位|身份证号后四位|证件号后四位|身份证尾号|Last four of ID number|ID last 4",
  ),
  intakeColumn(
    "phone",
    "text",
    16,
    "手机号|手机号码|手机|移动电话|联系电话|联系方式|电话|Phone number|Mobile|Phone",
    { conceal: concealPhone, secret: true },
  ),
  intakeColumn("gender", "choice", 8, "性别|Gender|Sex"),
  intakeColumn("birth", "date", 14, "出生年月|出生日期|出生年月日|生日|Date of birth|Birth date|Born"),
  intakeColumn("unit", "text", 24, "单位|所在单位|工作单位|所属单位|单位名称|公司|Unit|Company"),
  intakeColumn("department", "text", 20, "部门|所在部门|所属部门|部门名称|项目部|班组|Department|Crew"),
  intakeColumn("unionUnit", "text", 22, "所属工会|工会|工会组织|所在工会|基层工会|Union|Union unit"),
  intakeColumn("post", "text", 16, "岗位|职务|岗位名称|岗位/职务|职务/岗位|Post|Position|Job title"),
  intakeColumn(
    "assignedFrom",
    "date",
    16,
    "任现职起始|任现职起始日期|任现岗时间|调入日期|调动日期|In post since|Assigned from|Transfer date",
  ),
  intakeColumn("hiredOn", "date", 14, "入职日期|入职时间|进厂日期|入企日期|Hired on|Hire date"),
  intakeColumn("status", "choice", 10, "状态|在职状态|人员状态|用工状态|Status|Employment status"),
  intakeColumn("statusDate", "date", 14, "状态日期|离职日期|退休日期|离职/退休日期|Status date|Leaving date"),
  intakeColumn("employer", "text", 22, "用人单位|劳动合同单位|合同单位|签约单位|Employer"),
  intakeColumn("workerTypes", "text", 18, "职工类别|人员类别|用工类别|Worker types|Worker type"),
  intakeColumn("ethnicity", "text", 10, "民族|Ethnicity"),
  intakeColumn("politicalStatus", "text", 12, "政治面貌|Political status"),
  intakeColumn("education", "text", 10, "学历|文化程度|最高学历|Education"),
  intakeColumn("trade", "text", 14, "工种|专业工种|Trade"),
  intakeColumn("skillGrade", "text", 12, "技能等级|职业技能等级|职业资格等级|Skill grade"),
  intakeColumn("professionalTitle", "text", 14, "职称|专业技术职务|专业技术职称|Professional title"),
  intakeColumn("formerNames", "text", 12, "曾用名|Former names"),
  intakeColumn("remark", "text", 24, "备注|说明|Remark|Remarks|Notes"),
];

export const genderWords: Words<Gender> = {
  male: ["男", "Male", "M", "男性"],
  female: ["女", "Female", "F", "女性"],
};

export const statusWords: Words<EmploymentStatus> = {
  active: ["在职", "Active", "在岗", "在册", "正常"],
  seconded: ["借调", "Seconded", "外借", "借用"],
  left: ["离职", "Left", "辞职", "调出", "解除合同", "终止合同"],
  retired: ["退休", "Retired", "离休", "已退休"],
  deceased: ["去世", "Deceased", "死亡", "病故", "已故"],
};

export const workerTypeWords: Words<WorkerType> = {
  industrial: ["产业工人", "Industrial worker", "工人", "生产工人"],
  technical: ["专业技术人员", "Technical staff", "技术人员", "专技人员"],
  managerial: ["管理人员", "Management", "管理"],
  migrant: ["农民工", "Rural migrant worker", "进城务工人员"],
  service: ["服务人员", "Service staff", "后勤服务"],
  dispatched: ["劳务派遣", "Dispatched worker", "派遣", "劳务工"],
};

/** What the cells say, in the shape of the form of a new person; unit texts are looked up by whoever knows the units. */
export function readCells(reader: RowReader) {
  const { text, date, choice, row } = reader;
  const id = reader.isGiven("idNumber") ? readIdNumber(row.cells.idNumber!) : null;
  if (id?.fault) reader.fault("idNumber", id.fault);
  // The cell says it concealed: the mask of a good number.
  const phone = reader.isGiven("phone") ? row.cells.phone!.trim() : "";
  if (phone !== "" && !isPhoneMask(phone) && !readPhone(phone).ok) reader.fault("phone", "badPhone");
  const last4 = reader.code("idNumberLast4")?.toUpperCase();
  if (last4 && id?.ok && last4 !== id.ok.last4) reader.fault("idNumberLast4", "idNumberDiffers");
  const birth = date("birth");
  if (birth && id?.ok && !id.ok.birth.startsWith(birth)) reader.fault("birth", "idNumberDiffers");
  const gender = choice("gender", genderWords, row.cells.gender);
  if (gender && id?.ok && gender !== id.ok.gender) reader.fault("gender", "idNumberDiffers");
  const plain = ["post", "ethnicity", "politicalStatus", "education", "trade", "skillGrade"] as const;
  const given = {
    name: text("name"),
    workNumber: reader.code("workNumber"),
    idNumberLast4: last4 ?? id?.ok?.last4,
    gender,
    birth,
    assignedFrom: date("assignedFrom"),
    hiredOn: date("hiredOn"),
    status: choice("status", statusWords),
    statusDate: date("statusDate"),
    workerTypes: reader.choices("workerTypes", workerTypeWords),
    professionalTitle: text("professionalTitle"),
    formerNames: text("formerNames"),
    remark: text("remark"),
    ...Object.fromEntries(plain.map((column) => [column, text(column)])),
  };
  // The ID number tells birth and gender too, but a record that has them from the file keeps those.
  return { given: pruned(given), byIdNumber: id?.ok ? { birth: id.ok.birth, gender: id.ok.gender } : null };
}

/** 一公司 and 焊接班 in two columns are one place. */
export function unitText({ text }: RowReader): { column: "unit" | "department"; text: string } | null {
  const [unit, department] = [text("unit"), text("department")];
  if (department === undefined) return unit === undefined ? null : { column: "unit", text: unit };
  return { column: "department", text: unit === undefined ? department : `${unit}/${department}` };
}

function pruned(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
