import type { Tx } from "@/lib/db/transaction";
import type { Person } from "./employees";

/** Two open requests on the union's to-do list: one asks for a correction, one declares a missing honor. */
export async function seedRequests(tx: Tx, people: Person[], awardIds: number[]): Promise<void> {
  await tx.awardRequest.create({
    data: {
      kind: "correction",
      employeeId: people[1]!.id,
      awardId: awardIds[1]!,
      explanation: "获奖时的岗位应为“热控调试班班长”，请核对。",
    },
  });
  await tx.awardRequest.create({
    data: {
      kind: "declaration",
      employeeId: people[0]!.id,
      titleText: "山东省电力行业焊接技术能手",
      grantedByText: "山东省电力行业协会",
      awardDate: "2009",
      explanation: "2009年参加全省电力行业焊接比武获得，证书原件在本人处，台账未见，请补录。",
    },
  });
}
