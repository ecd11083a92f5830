import { nameKey } from "@/lib/kernel/text";
import type { Random } from "./chance";
import type { People } from "./employees";
import type { Units } from "./organizations";
import type { Rows } from "./rows";
import type { Sizes } from "./sizes";

export type Collective = { id: number; name: string; unitId: number; unitIds: number[]; members: number[] };
/** By company. */
export type Collectives = Record<"team" | "studio" | "achievement", Collective[][]>;
type Tables = Record<
  | "teams"
  | "teamMembers"
  | "studios"
  | "studioMembers"
  | "achievements"
  | "achievementUnits"
  | "contributors",
  Rows
>;

export const teamColumns = "id name name_key kind unit_id".split(" ");
export const teamMemberColumns = "id team_id employee_id is_leader valid_from".split(" ");
export const studioColumns = "id name name_key unit_id founded_on place field".split(" ");
export const studioMemberColumns = "id studio_id employee_id is_leader valid_from".split(" ");
export const achievementColumns =
  "id name name_key field kind started_on finished_on economic_benefit benefit_year benefit_kind".split(" ");
export const achievementUnitColumns = "achievement_id position organization_id".split(" ");
export const contributorColumns = "achievement_id position employee_id contribution".split(" ");

const fields =
  "高温高压管道焊接 热工自动化调试 汽轮机本体安装 精密工程测量 风电机组吊装 数控加工 无损检测 继电保护 电缆终端制作 脚手架搭设".split(
    " ",
  );
const objects =
  "超超临界锅炉受热面 百万千瓦机组凝汽器 海上风电塔筒 大型变压器 高压电缆终端 汽轮机轴系 主蒸汽管道焊口 光伏支架基础 烟气脱硫塔 热控测点 循环水泵 空冷岛 输电铁塔 换流阀 储能电池舱".split(
    " ",
  );
const works =
  "对口焊接工装 整体吊装工法 自动校准装置 防变形施工工艺 在线检测方法 模块化安装技术 快速拆装工具 智能巡检系统 防腐涂装工艺 安全防护装置".split(
    " ",
  );
const kinds = "innovation invention five_small suggestion operating_method quality_control".split(" ");

/** A team for every crew, studios named after who leads them, achievements with two to six contributors. */
export function makeCollectives(
  sizes: Sizes,
  units: Units,
  people: People,
  random: Random,
  tables: Tables,
): Collectives {
  const empty = () => units.companies.map((): Collective[] => []);
  const made: Collectives = { team: empty(), studio: empty(), achievement: empty() };
  const some = (c: number, count: number): number[] => {
    const roll = people.byCompany[c]!;
    // Who works near each other stands near each other on the roll.
    const from = random.below(Math.max(1, roll.length - count * 4));
    const members = new Set<number>();
    for (let i = 0; members.size < count && i < count * 4; i += 1 + random.below(3)) {
      const person = roll[from + i];
      if (person !== undefined && people.unit[person]) members.add(person);
    }
    return [...members];
  };
  for (const [i, crew] of units.crews.entries()) {
    const above = units.byId.get(crew.parentId!)!;
    const name = `${units.companies[crew.company]!.shortName}${above.shortName}${crew.name}`;
    const members = some(crew.company, random.between(5, 9));
    tables.teams.add(i + 1, name, nameKey(name), "crew", crew.id);
    members.forEach((person, m) =>
      tables.teamMembers.add(
        tables.teamMembers.count + 1,
        i + 1,
        person + 1,
        m === 0,
        `${Math.max(2005, people.hiredIn[person]!)}`,
      ),
    );
    made.team[crew.company]!.push({ id: i + 1, name, unitId: crew.id, unitIds: [], members });
  }
  for (let i = 0; i < sizes.studios; i++) {
    const c = i % units.companies.length;
    const members = some(c, random.between(4, 8));
    if (members.length === 0) continue;
    const id = tables.studios.count + 1;
    const name = `${people.names[members[0]!]}${random.pick(["劳模", "工匠", "技能大师"])}创新工作室`;
    const unitId = people.unit[members[0]!]!;
    tables.studios.add(
      id,
      name,
      nameKey(name),
      unitId,
      `${random.between(2012, 2022)}`,
      `${random.below(9) + 1}号厂房`,
      random.pick(fields),
    );
    members.forEach((person, m) =>
      tables.studioMembers.add(
        tables.studioMembers.count + 1,
        id,
        person + 1,
        m === 0,
        `${Math.max(2012, people.hiredIn[person]!)}`,
      ),
    );
    made.studio[c]!.push({ id, name, unitId, unitIds: [], members });
  }
  for (let i = 0; i < sizes.achievements; i++) {
    const c = random.chance(0.5)
      ? i % units.companies.length
      : random.below(Math.ceil(units.companies.length / 3));
    const members = some(c, random.between(2, 6));
    if (members.length === 0) continue;
    const id = tables.achievements.count + 1;
    const name = `${random.pick(objects)}${random.pick(works)}${random.chance(0.5) ? `（${random.between(1, 40)}号机组）` : ""}`;
    const unitId = people.unit[members[0]!]!;
    const year = random.between(2005, 2025);
    const key = nameKey(name);
    tables.achievements.add(
      id,
      name,
      key,
      "电力工程施工",
      random.pick(kinds),
      `${year - 1}`,
      `${year}-0${random.between(1, 9)}`,
      random.between(5, 900),
      year,
      "direct",
    );
    const unitIds = [...new Set([unitId, people.unit[members.at(-1)!]!])];
    unitIds.forEach((unit, u) => tables.achievementUnits.add(id, u + 1, unit));
    members.forEach((person, m) =>
      tables.contributors.add(id, m + 1, person + 1, m === 0 ? "方案设计与现场组织" : "现场实施"),
    );
    made.achievement[c]!.push({ id, name, unitId, unitIds, members });
  }
  return made;
}
