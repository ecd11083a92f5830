import type { Tx } from "@/lib/db/transaction";
import type { TeamKind } from "@/lib/db/generated/enums";
import type { Person } from "./employees";
import type { Units } from "./organizations";
import type { Random } from "./random";

export type Collective = {
  id: number;
  name: string;
  unitId: number;
  unitName: string;
  unitCode: string;
  members: Person[];
};

/** Every crew is a team; some project teams and task forces beside them. */
export async function seedTeams(
  tx: Tx,
  random: Random,
  units: Units,
  people: Person[],
): Promise<Collective[]> {
  const crews: { name: string; kind: TeamKind; code: string }[] = [...units]
    .filter(([code]) => /-B\d+$/.test(code))
    .map(([code, { name }]) => ({
      name: `${units.get(code.replace(/-B\d+$/, ""))!.name}${name}`,
      kind: "crew",
      code,
    }));
  const others: typeof crews = [
    { name: "百万机组高压焊口攻关团队", kind: "task_force", code: "HD03-GL" },
    { name: "吉赞项目调试团队", kind: "project_team", code: "HD03-HW" },
    { name: "海上风电吊装攻关团队", kind: "task_force", code: "HD01-XN" },
    { name: "质检部理化检验科", kind: "section", code: "HDZB-ZL" },
  ];
  const teams: Collective[] = [];
  for (const { name, kind, code } of [...crews, ...others]) {
    const own = people.filter((person) => person.unitCode.startsWith(code));
    const members = random.sample(own, random.between(4, 8));
    const unit = units.get(code)!;
    const { id } = await tx.team.create({
      data: {
        name,
        kind,
        unitId: unit.id,
        members: {
          create: members.map((person, i) => ({
            employeeId: person.id,
            isLeader: i === 0,
            validFrom: String(Math.max(2012, person.hiredYear)),
          })),
        },
      },
      select: { id: true },
    });
    teams.push({ id, name, unitId: unit.id, unitName: unit.name, unitCode: code, members });
  }
  return teams;
}
