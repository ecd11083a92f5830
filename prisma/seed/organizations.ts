import type { Tx } from "@/lib/db/transaction";
import type { OrganizationKind, Tree } from "@/lib/db/generated/enums";

type Unit = { code: string; name: string; short: string; kind: OrganizationKind; below?: Unit[] };

const crews = (code: string, names: string[]): Unit[] =>
  names.map((name, i) => ({ code: `${code}-B${i + 1}`, name, short: name, kind: "crew" }));

/** The company is made up; only the notice of 2022 in notice.ts is real. */
const company: Unit = {
  code: "HD",
  name: "华东电力建设集团有限公司（演示）",
  short: "华东电建（演示）",
  kind: "group",
  below: [
    {
      code: "HD03",
      name: "山东电力建设第三工程有限公司（演示）",
      short: "三公司",
      kind: "company",
      below: [
        {
          code: "HD03-GL",
          name: "锅炉工程公司",
          short: "锅炉公司",
          kind: "branch",
          below: crews("HD03-GL", ["焊接一班", "焊接二班", "起重班"]),
        },
        {
          code: "HD03-QJ",
          name: "汽机工程公司",
          short: "汽机公司",
          kind: "branch",
          below: crews("HD03-QJ", ["本体班", "管道班"]),
        },
        {
          code: "HD03-DY",
          name: "电仪工程公司",
          short: "电仪公司",
          kind: "branch",
          below: crews("HD03-DY", ["高压试验班", "热控调试班"]),
        },
        { code: "HD03-HW", name: "海外工程项目部", short: "海外项目部", kind: "department" },
        { code: "HD03-ZH", name: "综合管理部", short: "综合部", kind: "department" },
      ],
    },
    {
      code: "HD01",
      name: "华东电建第一工程有限公司（演示）",
      short: "一公司",
      kind: "company",
      below: [
        {
          code: "HD01-TJ",
          name: "土建工程公司",
          short: "土建公司",
          kind: "branch",
          below: crews("HD01-TJ", ["测量班", "钢筋班"]),
        },
        {
          code: "HD01-XN",
          name: "新能源工程公司",
          short: "新能源公司",
          kind: "branch",
          below: crews("HD01-XN", ["风电安装班", "光伏班"]),
        },
        { code: "HD01-RL", name: "人力资源部", short: "人资部", kind: "department" },
      ],
    },
    {
      code: "HDZB",
      name: "华东电建装备制造有限公司（演示）",
      short: "装备公司",
      kind: "company",
      below: [
        { code: "HDZB-JG", name: "金属结构车间", short: "金结车间", kind: "department" },
        {
          code: "HDZB-JX",
          name: "机械加工车间",
          short: "机加车间",
          kind: "department",
          below: crews("HDZB-JX", ["数控班"]),
        },
        { code: "HDZB-ZL", name: "质量检验部", short: "质检部", kind: "department" },
      ],
    },
  ],
};

const unionKinds: Partial<Record<OrganizationKind, OrganizationKind>> = {
  group: "group_union",
  company: "base_union",
  branch: "branch_union",
  department: "branch_union",
};

/** The union mirrors the company down to the branches; crews belong to their branch's union. */
function unionOf(unit: Unit): Unit | null {
  const kind = unionKinds[unit.kind];
  if (!kind) return null;
  const name = `${unit.name.replace("有限公司（演示）", "").replace(/(工程)公司$/, "$1")}工会`;
  const below = (unit.below ?? []).flatMap((child) => unionOf(child) ?? []);
  return {
    code: `${unit.code}-GH`,
    name: unit.name.includes("演示") ? `${name}（演示）` : name,
    short: `${unit.short}工会`,
    kind,
    below,
  };
}

export type Units = Map<string, { id: number; name: string; path: string; companyCode: string }>;

/** Both trees; returns the units by code. */
export async function seedOrganizations(tx: Tx): Promise<Units> {
  const units: Units = new Map();
  const plant = async (
    unit: Unit,
    tree: Tree,
    parentId: number | null,
    sort: number,
    companyCode: string,
  ): Promise<void> => {
    const { id, path } = await tx.organization.create({
      data: {
        tree,
        kind: unit.kind,
        parentId,
        name: unit.name,
        shortName: unit.short,
        code: unit.code,
        validFrom: "2005-01-01",
        sort,
      },
      select: { id: true, path: true },
    });
    const owner = unit.kind === "company" || unit.kind === "base_union" ? unit.code : companyCode;
    units.set(unit.code, { id, name: unit.name, path, companyCode: owner });
    for (const [i, child] of (unit.below ?? []).entries()) await plant(child, tree, id, (i + 1) * 10, owner);
  };
  await plant(company, "company", null, 10, company.code);
  await plant(unionOf(company)!, "union", null, 10, `${company.code}-GH`);
  return units;
}

/** Code of the union unit that people of a company unit belong to. */
export function unionCodeOf(code: string): string {
  return `${code.replace(/-B\d+$/, "")}-GH`;
}
