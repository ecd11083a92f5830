import type { Tx } from "@/lib/db/transaction";
import type { Person } from "./employees";
import type { SeedTitle } from "./honors";
import type { Units } from "./organizations";
import type { SeedAward } from "./awards";

const source =
  "据青岛市总工会2022年12月公布的“一匠五创”名单录入（真实通报）。原文为英文，人名汉字为录入时的译写；文号、成果名称和完成人原文未载，不作推测。";

/** The notice this project starts from: a real one of December 2022, entered as far as it says and no further. */
export async function plantNotice(
  tx: Tx,
  units: Units,
  titles: Map<string, SeedTitle>,
  people: Person[],
): Promise<SeedAward[]> {
  const craftsman = titles.get("青岛大工匠")!;
  const union = units.get("HD03-GH")!;
  const branch = units.get("HD03")!;
  const { id: documentId } = await tx.document.create({
    data: {
      title: "青岛市总工会关于公布2022年“一匠五创”活动名单的通报",
      kind: "circular",
      publishedOn: "2022-12",
      recordingUnitId: units.get("HD-GH")!.id,
      remark: source,
      issuers: {
        create: craftsman.bodyIds.map((grantingBodyId, i) => ({ position: i + 1, grantingBodyId })),
      },
    },
    select: { id: true },
  });
  const achievements = [];
  for (const nth of ["一", "二"]) {
    const name = `2022年“一匠五创”职工创新成果（${nth}）（名称待核）`;
    const { id } = await tx.achievement.create({
      data: {
        name,
        kind: "innovation",
        finishedOn: "2022",
        units: { create: [{ position: 1, organizationId: branch.id }] },
      },
      select: { id: true },
    });
    achievements.push({ id, name });
  }
  const shared = {
    awardDate: "2022-12",
    awardYear: 2022,
    documentId,
    recordingUnitId: union.id,
    reason: source,
    evidence: "C" as const,
  };
  const person = (title: string, { id, name, unitName, post, unitId, unionUnitId }: Person): SeedAward => ({
    ...shared,
    title: titles.get(title)!,
    prize: null,
    recipients: [{ subject: { employeeId: id }, name, unitName, post, unitId, unionUnitId }],
  });
  return [
    person("青岛大工匠", people[0]!),
    person("青岛工匠", people[1]!),
    ...achievements.map(({ id, name }): SeedAward => ({
      ...shared,
      title: titles.get("青岛市职工创新成果")!,
      prize: "third",
      recipients: [
        {
          subject: { achievementId: id },
          name,
          unitName: branch.name,
          unitId: branch.id,
          unionUnitId: union.id,
        },
      ],
    })),
  ];
}
