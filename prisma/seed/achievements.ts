import type { Tx } from "@/lib/db/transaction";
import { AchievementKind } from "@/lib/db/generated/enums";
import type { Person } from "./employees";
import type { Units } from "./organizations";
import type { Random } from "./random";
import type { Collective } from "./teams";

const objects = [
  "超超临界锅炉受热面",
  "百万千瓦机组凝汽器",
  "海上风电塔筒",
  "大型变压器",
  "高压电缆终端",
  "汽轮机轴系",
  "主蒸汽管道焊口",
  "光伏支架基础",
  "烟气脱硫塔",
  "热控测点",
];
const inventions = [
  "对口焊接工装",
  "整体吊装工法",
  "自动校准装置",
  "防变形施工工艺",
  "在线检测方法",
  "模块化安装技术",
];

/** Innovation achievements with two to six contributors in order. */
export async function seedAchievements(
  tx: Tx,
  random: Random,
  units: Units,
  people: Person[],
): Promise<Collective[]> {
  const branches = [...units]
    .filter(([code]) => /^HD(03|01|ZB)-(?!GH)[A-Z]+$/.test(code))
    .map(([code]) => code);
  const kinds = Object.values(AchievementKind);
  const achievements: Collective[] = [];
  for (const object of objects) {
    for (const invention of inventions) {
      const code = random.pick(branches);
      const own = people.filter((person) => person.unitCode.startsWith(code));
      const members = random.sample(own, random.between(2, 6));
      const unit = units.get(code)!;
      const year = random.between(2015, 2025);
      const name = `${object}${invention}`;
      const { id } = await tx.achievement.create({
        data: {
          name,
          kind: random.pick(kinds),
          field: "电力工程施工",
          startedOn: String(year - 1),
          finishedOn: `${year}-${random.pick(["06", "09", "11"])}`,
          novelty: "在同类工程中首次采用，减少高空作业，一次合格率提高。",
          application: `${unit.name}在建项目`,
          economicBenefit: random.between(8, 600),
          benefitYear: year,
          benefitKind: random.chance(0.7) ? "direct" : "indirect",
          benefitCertifiedBy: "公司财务部",
          units: { create: [{ position: 1, organizationId: unit.id }] },
          contributors: {
            create: members.map((person, i) => ({
              position: i + 1,
              employeeId: person.id,
              contribution: i === 0 ? "方案设计与现场组织" : "现场实施",
            })),
          },
          ...(random.chance(0.3) && {
            intellectualProperties: {
              create: [
                {
                  type: "实用新型专利",
                  number: `ZL${year}2${random.between(1000000, 9999999)}.${random.below(10)}`,
                  owner: units.get(unit.companyCode)!.name,
                  status: "有效",
                },
              ],
            },
          }),
        },
        select: { id: true },
      });
      achievements.push({ id, name, unitId: unit.id, unitName: unit.name, unitCode: code, members });
    }
  }
  return achievements;
}
