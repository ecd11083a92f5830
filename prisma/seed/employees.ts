import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { sealedIdNumber, sealedPhone } from "@/lib/employees/identities/queries";
import { readPhone } from "@/lib/kernel/phone";
import { readingOf } from "@/lib/kernel/pinyin";
import { demonstrationIdNumber, demonstrationPhone } from "./numbers";
import type { Random } from "./random";
import { two } from "./random";
import { type Units, unionCodeOf } from "./organizations";

const surnames =
  "王王王王李李李李张张张张刘刘刘陈陈杨杨赵黄周吴徐孙孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解";
const maleNames = [
  "伟",
  "强",
  "磊",
  "军",
  "勇",
  "杰",
  "涛",
  "超",
  "明",
  "刚",
  "平",
  "辉",
  "鹏",
  "建国",
  "建军",
  "志强",
  "海波",
  "文博",
  "学东",
  "振华",
  "国栋",
  "立新",
  "永胜",
  "德海",
  "家骏",
  "宏亮",
  "晓东",
  "子轩",
  "玉峰",
  "春雷",
];
const femaleNames = [
  "芳",
  "娜",
  "敏",
  "静",
  "丽",
  "艳",
  "霞",
  "秀英",
  "桂兰",
  "丹",
  "雪梅",
  "海燕",
  "晓燕",
  "玉兰",
  "文静",
  "佳慧",
  "春红",
  "立娟",
  "思雨",
  "欣怡",
];
const trades = [
  { trade: "焊工", post: "电焊工" },
  { trade: "起重工", post: "起重工" },
  { trade: "管工", post: "管道安装工" },
  { trade: "电工", post: "高压试验工" },
  { trade: "仪表工", post: "热控调试工" },
  { trade: "测量工", post: "测量放线工" },
  { trade: "数控加工", post: "数控操作工" },
  { trade: "无损检测", post: "无损检测员" },
];
const offices = ["专业工程师", "项目经理", "技术主管", "安全主管", "质量主管", "综合管理员"];
const grades = ["中级工", "高级工", "技师", "高级技师", "特级技师"];

/** People with the exact same names, polyphonic surnames and rare characters: what real rolls hold. */
const special: { name: string; unit: string; gender?: "male" | "female"; birth?: string; hired?: string }[] =
  [
    { name: "张伟", unit: "HD03-GL-B1", birth: "1985-03", hired: "2008-07-01" },
    { name: "张伟", unit: "HD03-QJ-B1", birth: "1990", hired: "2013-07-01" },
    { name: "张伟", unit: "HD01-TJ-B1", birth: "1978-11-02", hired: "2001-08-01" },
    { name: "王芳", unit: "HD03-ZH", gender: "female", birth: "1988-06" },
    { name: "王芳", unit: "HDZB-ZL", gender: "female", birth: "1992-01-15" },
    { name: "李娜", unit: "HD03-DY-B2", gender: "female", birth: "1991-09" },
    { name: "李娜", unit: "HD01-RL", gender: "female", birth: "1986-12" },
    { name: "单立新", unit: "HD03-GL-B3" },
    { name: "仇国栋", unit: "HD03-DY-B1" },
    { name: "曾玉峰", unit: "HD01-XN-B1" },
    { name: "解春雷", unit: "HD03-QJ-B2" },
    { name: "尉迟海波", unit: "HDZB-JX-B1" },
    { name: "陈㛃", unit: "HD03-DY-B2", gender: "female" },
    { name: "刘䶮", unit: "HD01-XN-B2" },
    { name: "买买提·艾力", unit: "HD03-HW" },
  ];

export type Person = {
  id: number;
  name: string;
  unitCode: string;
  unitId: number;
  unionUnitId: number;
  unitName: string;
  post: string | null;
  hiredYear: number;
  female: boolean;
};

/** About 300 people; 贾建华 and 李晓杰 of the notice come first, under the work numbers 03001 and 03002. */
export async function seedEmployees(tx: Tx, random: Random, units: Units): Promise<Person[]> {
  const shop = [...units]
    .filter(([code]) => !code.endsWith("-GH") && !["HD", "HD03", "HD01", "HDZB"].includes(code))
    .map(([code]) => code);
  const rows: Prisma.EmployeeCreateManyInput[] = [];
  const codes: string[] = [];
  const counters = new Map<string, number>();
  const add = (name: string, code: string, fixed: Partial<Prisma.EmployeeCreateManyInput> = {}): void => {
    const unit = units.get(code)!;
    const employer = unit.companyCode;
    const count = (counters.get(employer) ?? 0) + 1;
    counters.set(employer, count);
    const worker = /-B\d+$/.test(code) || code.startsWith("HDZB-J");
    const trade = random.pick(trades);
    const birthYear = random.between(1966, 1999);
    const hiredOn = `${Math.min(2023, birthYear + random.between(19, 25))}-${random.pick(["07", "08", "03"])}-01`;
    const female = fixed.gender === "female";
    rows.push({
      name,
      ...readingOf(name),
      gender: female ? "female" : "male",
      birth: random.chance(0.2) ? `${birthYear}` : `${birthYear}-${two(random.between(1, 12))}`,
      idNumberLast4: `${random.between(100, 999)}${random.pick(["1", "2", "7", "X"])}`,
      workNumber: `${employer.replace("HD", "").replace("ZB", "90").slice(0, 2)}${String(count).padStart(3, "0")}`,
      employerId: units.get(employer)!.id,
      hiredOn,
      assignedFrom: hiredOn,
      unitId: unit.id,
      unionUnitId: units.get(unionCodeOf(code))!.id,
      post: worker ? trade.post : random.pick(offices),
      trade: worker ? trade.trade : null,
      skillGrade: worker ? random.pick(grades) : null,
      professionalTitle: worker ? null : random.pick(["助理工程师", "工程师", "高级工程师", "政工师"]),
      education: random.pick(["中专", "大专", "大专", "本科", "本科", "硕士"]),
      ethnicity: random.chance(0.04) ? random.pick(["回族", "满族"]) : "汉族",
      politicalStatus: random.chance(0.4) ? "中共党员" : "群众",
      workerTypes: worker ? ["industrial"] : ["technical"],
      ...fixed,
    });
    codes.push(code);
  };
  add("贾建华", "HD03-GL-B1", {
    birth: "1975",
    hiredOn: "1996-07-01",
    assignedFrom: "1996-07-01",
    post: "电焊工",
    trade: "焊工",
    skillGrade: "特级技师",
    politicalStatus: "中共党员",
  });
  add("李晓杰", "HD03-DY-B2", {
    birth: "1983",
    hiredOn: "2005-07-01",
    assignedFrom: "2005-07-01",
    post: "热控调试工",
    trade: "仪表工",
    skillGrade: "高级技师",
  });
  for (const { name, unit, gender, birth, hired } of special) {
    add(name, unit, {
      gender: gender ?? "male",
      ...(birth && { birth }),
      ...(hired && { hiredOn: hired, assignedFrom: hired }),
      ...(name.includes("·") && { ethnicity: "维吾尔族" }),
    });
  }
  while (rows.length < 298) {
    const female = random.chance(0.28);
    add(random.pick([...surnames]) + random.pick(female ? femaleNames : maleNames), random.pick(shop), {
      gender: female ? "female" : "male",
    });
  }
  for (let i = 0; i < 18; i += 1) {
    const row = rows[40 + i * 13]!;
    const year = Math.max(random.between(2018, 2025), Number(String(row.hiredOn).slice(0, 4)) + 1);
    row.status = i < 10 ? "retired" : i < 14 ? "left" : i < 16 ? "seconded" : "deceased";
    row.statusDate = `${year}-${two(random.between(1, 12))}`;
    if (row.status !== "seconded") row.leftOn = row.statusDate;
  }
  // Outside workers: rows without assignment, the unit stands as text in each award's snapshot.
  for (const name of ["赵劳务", "孙外协"])
    rows.push({
      name,
      ...readingOf(name),
      workerTypes: ["migrant", "dispatched"],
      remark: "劳务派遣（演示）",
    });
  // Of outside workers no number is known, of one in ten its last four alone, as on real rolls.
  const numbers = rows.map(({ birth, gender }, serial) =>
    birth && serial % 10 !== 9 ? demonstrationIdNumber(serial, String(birth), gender === "female") : null,
  );
  const made = await tx.employee.createManyAndReturn({
    data: rows.map((row, i) => ({
      ...row,
      ...(numbers[i] && { idNumberLast4: numbers[i].slice(-4) }),
      workerTypes: row.workerTypes ?? [],
    })),
    select: {
      id: true,
      name: true,
      unitId: true,
      unionUnitId: true,
      post: true,
      hiredOn: true,
      gender: true,
    },
  });
  await tx.employeeIdentity.createMany({
    data: made.flatMap(({ id }, i) => {
      const phone = readPhone(demonstrationPhone(i)).ok!;
      const number = numbers[i];
      return number ? [{ employeeId: id, ...sealedIdNumber(id, number), ...sealedPhone(id, phone) }] : [];
    }),
  });
  return made.slice(0, codes.length).map((row, i) => ({
    id: row.id,
    name: row.name,
    unitCode: codes[i]!,
    unitId: row.unitId!,
    unionUnitId: row.unionUnitId!,
    unitName: units.get(codes[i]!)!.name,
    post: row.post,
    hiredYear: Number(String(row.hiredOn).slice(0, 4)),
    female: row.gender === "female",
  }));
}
