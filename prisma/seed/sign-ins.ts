import type { Role } from "@/lib/db/generated/enums";

export const demonstrationPassword = "Honors-Demo-2026";
export type Account = {
  username: string;
  name: string;
  roleZh: string;
  roleEn: string;
  roles: { role: Role; unit: string | null }[];
  employee?: number;
};

/** One account for each role; 03001 is 贾建华's work number, by which he may sign in too. */
export const accounts: Account[] = [
  {
    username: "union",
    name: "周敏（集团工会）",
    roleZh: "工会管理员",
    roleEn: "Union administrator",
    roles: [{ role: "union_admin", unit: "HD-GH" }],
  },
  {
    username: "recorder",
    name: "刘洋（三公司工会）",
    roleZh: "基层工会经办",
    roleEn: "Branch recorder",
    roles: [{ role: "recorder", unit: "HD03-GH" }],
  },
  {
    username: "checker",
    name: "孙丽（三公司工会）",
    roleZh: "审核",
    roleEn: "Checker",
    roles: [{ role: "checker", unit: "HD03-GH" }],
  },
  {
    username: "exporter",
    name: "吴涛（一公司工会）",
    roleZh: "一公司工会经办，有导出权",
    roleEn: "Recorder of another unit, with the export right",
    roles: [
      { role: "recorder", unit: "HD01-GH" },
      { role: "exporter", unit: "HD01-GH" },
    ],
  },
  {
    username: "hr",
    name: "郑静（人力资源）",
    roleZh: "人力资源",
    roleEn: "HR",
    roles: [{ role: "hr", unit: "HD" }],
  },
  {
    username: "discipline",
    name: "冯刚（纪检）",
    roleZh: "纪检",
    roleEn: "Discipline office",
    roles: [{ role: "discipline", unit: "HD" }],
  },
  {
    username: "auditor",
    name: "许审（审计）",
    roleZh: "审计",
    roleEn: "Auditor",
    roles: [{ role: "auditor", unit: null }],
  },
  {
    username: "admin",
    name: "系统管理员",
    roleZh: "系统管理员",
    roleEn: "System administrator",
    roles: [{ role: "sysadmin", unit: null }],
  },
  {
    username: "security",
    name: "安全管理员",
    roleZh: "安全管理员",
    roleEn: "Security administrator",
    roles: [{ role: "security_admin", unit: null }],
  },
  {
    username: "jiajianhua",
    name: "贾建华",
    roleZh: "职工（亦可用工号 03001）",
    roleEn: "Employee (work number 03001 works too)",
    roles: [],
    employee: 0,
  },
  { username: "lixiaojie", name: "李晓杰", roleZh: "职工", roleEn: "Employee", roles: [], employee: 1 },
];

/** What the start command prints. The password is the same for all and stands in the README; such accounts exist in demonstration databases alone. */
export const demonstrationAccounts = accounts.map(({ username, roleZh, roleEn }) => ({
  username,
  password: demonstrationPassword,
  roleZh,
  roleEn,
}));
