import type { OrganizationKind, Tree } from "@/lib/db/generated/enums";
import { falling, type Random } from "./chance";
import type { Rows } from "./rows";
import type { Sizes } from "./sizes";

export type Unit = {
  id: number;
  tree: Tree;
  kind: OrganizationKind;
  parentId: number | null;
  path: string;
  name: string;
  shortName: string;
  code: string;
  /** Which company it belongs to; -1 for the group. */
  company: number;
  /** How many people work there, against the others. */
  weight: number;
  /** The union unit of those who work there. */
  unionId: number;
  renamedIn: number | null;
};
export type Units = {
  all: Unit[];
  byId: Map<number, Unit>;
  group: Unit;
  groupUnion: Unit;
  companies: Unit[];
  companyUnions: Unit[];
  /** Where people work, and the branches' unions, by company. */
  places: Unit[][];
  branchUnions: Unit[][];
  crews: Unit[];
};

const cities =
  "青岛 济南 烟台 潍坊 淄博 临沂 济宁 泰安 威海 日照 东营 德州 聊城 滨州 菏泽 枣庄 南京 苏州 徐州 合肥 杭州 宁波 福州 厦门 南昌 郑州 武汉 长沙 成都 重庆 西安 兰州 太原 石家庄 沈阳 大连 长春 哈尔滨 昆明 乌鲁木齐".split(
    " ",
  );
const trades = "电力建设 输变电工程 装备制造 新能源 电力设计 检修运维 物资配送".split(" ");
const branches =
  "锅炉工程 汽机工程 电仪工程 土建工程 焊接工程 调试 吊装 海外工程 新能源工程 运维检修 管道工程 市政工程 物流 试验检测 信息工程 核电工程".split(
    " ",
  );
const departments =
  "综合管理部 人力资源部 财务资产部 安全质量部 工程技术部 物资供应部 市场经营部 党群工作部 审计部 纪检部 吉赞项目部 黄岛项目部 莱州项目部 昌邑项目部 阳江项目部 海阳项目部 培训中心 质检中心 预算合同部 后勤服务部".split(
    " ",
  );
const crews =
  "焊接 起重 管道 本体 热控 高压试验 继电保护 电缆 测量 钢筋 混凝土 架子 保温 油漆 检修 运行 数控 装配 无损检测 机械".split(
    " ",
  );
const numerals = "一二三四五六七八九十";

/** Both trees: the union mirrors the company down to the departments; crews belong to their department's union. */
export function makeUnits(sizes: Sizes, random: Random): Units {
  const all: Unit[] = [];
  const add = (
    unit: Omit<Unit, "id" | "path" | "unionId" | "renamedIn" | "tree">,
    above: Unit | null,
    tree: Tree,
  ) => {
    const id = all.length + 1;
    const made = { ...unit, id, tree, path: `${above?.path ?? "/"}${id}/`, unionId: 0, renamedIn: null };
    all.push(made);
    return made as Unit;
  };
  const below = (
    above: Unit,
    kind: OrganizationKind,
    name: string,
    code: string,
    company: number,
    weight: number,
  ) =>
    add(
      { kind, parentId: above.id, name, shortName: shortOf(name), code, company, weight },
      above,
      above.tree,
    );
  const top = (kind: OrganizationKind, name: string, code: string, tree: Tree) =>
    add(
      { kind, parentId: null, name, shortName: name.slice(0, 4), code, company: -1, weight: 0 },
      null,
      tree,
    );

  const group = top("group", "华东电力建设集团有限公司", "HD", "company");
  const shares = falling(sizes.companies, 0.9);
  const companies = shares.map((share, c) =>
    below(
      group,
      "company",
      `${cities[c % cities.length]}${trades[c % trades.length]}有限公司`,
      `HD${two(c + 1)}`,
      c,
      share,
    ),
  );
  const inner = companies.flatMap((company, c) => {
    const count = Math.max(2, Math.round(10 * Math.sqrt(shares[c]! / 0.2)));
    return falling(count, 0.7).map((share, b) =>
      below(
        company,
        "branch",
        `${branches[b % branches.length]}${b < branches.length ? "" : b}分公司`,
        `${company.code}-${two(b + 1)}`,
        c,
        share * company.weight,
      ),
    );
  });
  const rooms = (sizes.units - 2 * all.length) / 4;
  const offices = Array.from({ length: Math.max(inner.length, Math.round(rooms)) }, (_, d) => {
    const above = inner[d < inner.length ? d : Math.floor(random.below(inner.length) * 0.999)]!;
    const nth = Math.floor(d / inner.length);
    return below(
      above,
      "department",
      departments[(d * 7 + nth) % departments.length]!,
      `${above.code}-${three(nth * 100 + (d % 97))}${d}`,
      above.company,
      (above.weight * (1 + random.below(4))) / 4,
    );
  });
  const mirrored = all.length;
  const crewCount = Math.max(offices.length, sizes.units - 2 * mirrored);
  const made = Array.from({ length: crewCount }, (_, k) => {
    const above = offices[k % offices.length]!;
    const nth = Math.floor(k / offices.length);
    return below(
      above,
      "crew",
      `${crews[(k * 3 + nth) % crews.length]}${numerals[nth % 10]}班`,
      `${above.code}-B${nth + 1}`,
      above.company,
      above.weight * (1 + random.below(3)),
    );
  });

  const unions = new Map<number, Unit>();
  for (const unit of all.slice(0, mirrored)) {
    const kind = (
      {
        group: "group_union",
        company: "base_union",
        branch: "branch_union",
        department: "branch_union",
      } as const
    )[unit.kind as "group"];
    const above = unit.parentId === null ? null : unions.get(unit.parentId)!;
    const name = `${unit.name.replace("有限公司", "")}工会`;
    unions.set(
      unit.id,
      above
        ? below(above, kind, name, `${unit.code}-GH`, unit.company, 0)
        : top(kind, name, `${unit.code}-GH`, "union"),
    );
  }
  for (const unit of all) {
    unit.unionId = unit.tree === "union" ? unit.id : (unions.get(unit.id) ?? unions.get(unit.parentId!)!).id;
    if (unit.kind !== "crew" && random.chance(0.05)) unit.renamedIn = random.between(2008, 2023);
  }
  const byCompany = (some: Unit[]) => companies.map((_, c) => some.filter((unit) => unit.company === c));
  return {
    ...{
      all,
      byId: new Map(all.map((unit) => [unit.id, unit])),
      group,
      groupUnion: unions.get(group.id)!,
      companies,
      crews: made,
    },
    companyUnions: companies.map((company) => unions.get(company.id)!),
    places: byCompany([...offices, ...made]),
    branchUnions: byCompany([...inner, ...offices].map((unit) => unions.get(unit.id)!)),
  };
}

export const unitColumns = "id tree kind parent_id path name short_name code valid_from sort".split(" ");
export const periodColumns = "id organization_id name short_name parent_id valid_from valid_to".split(" ");

export function writeUnits({ all }: Units, units: Rows, periods: Rows): void {
  for (const unit of all) {
    const { id, tree, kind, parentId, path, name, shortName, code, renamedIn } = unit;
    units.add(id, tree, kind, parentId, path, name, shortName, code, "1990", id * 10);
    const from = renamedIn === null ? "1990" : `${renamedIn}-01-01`;
    if (renamedIn !== null)
      periods.add(periods.count + 1, id, `${name}（原）`, shortName, parentId, "1990", from);
    periods.add(periods.count + 1, id, name, shortName, parentId, from, null);
  }
}

const shortOf = (name: string) => name.replace(/有限公司|分公司/, "");
const two = (n: number) => String(n).padStart(2, "0");
const three = (n: number) => String(n).padStart(3, "0");
