import type { Tx } from "@/lib/db/transaction";
import type { Person } from "./employees";
import type { Units } from "./organizations";
import type { Random } from "./random";
import type { Collective } from "./teams";

const fields = [
  { code: "HD03-GL", field: "高温高压管道焊接", place: "黄岛焊接基地2号厂房" },
  { code: "HD03-DY", field: "热工自动化调试", place: "三公司调试中心305室" },
  { code: "HD03-QJ", field: "汽轮机本体安装", place: "三公司工艺楼一层" },
  { code: "HD01-TJ", field: "精密工程测量", place: "一公司测绘楼" },
  { code: "HD01-XN", field: "风电机组吊装", place: "一公司新能源基地" },
  { code: "HDZB-JX", field: "数控加工", place: "装备公司机加车间东跨" },
  { code: "HDZB-ZL", field: "无损检测", place: "装备公司检验中心" },
];

/** Craftsman and model-worker studios, named after their leader as is the custom; the first is 贾建华's. */
export async function seedStudios(
  tx: Tx,
  random: Random,
  units: Units,
  people: Person[],
): Promise<Collective[]> {
  const studios: Collective[] = [];
  for (const [i, { code, field, place }] of fields.entries()) {
    const own = people.filter((person) => person.unitCode.startsWith(code));
    const leader = i === 0 ? people[0]! : random.pick(own);
    const members = [
      leader,
      ...random.sample(
        own.filter((person) => person !== leader),
        random.between(4, 7),
      ),
    ];
    const unit = units.get(code)!;
    const name = `${leader.name}${i % 2 ? "劳模" : "工匠"}创新工作室`;
    const { id } = await tx.studio.create({
      data: {
        name,
        unitId: unit.id,
        foundedOn: `${random.between(2014, 2021)}`,
        place,
        area: random.between(60, 300),
        funding: random.between(10, 80),
        field,
        goals: "攻关现场技术难题，传授绝技绝活，每年完成创新成果两项以上。",
        members: {
          create: members.map((person, m) => ({
            employeeId: person.id,
            isLeader: m === 0,
            validFrom: String(Math.max(2016, person.hiredYear)),
          })),
        },
      },
      select: { id: true },
    });
    studios.push({ id, name, unitId: unit.id, unitName: unit.name, unitCode: code, members });
  }
  return studios;
}
