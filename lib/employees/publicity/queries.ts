import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { type PublicityScope, publicityScopes, unlessDecided } from "./schema";

export type PublicityView = {
  scope: PublicityScope;
  allowed: boolean;
  /** Null while nobody has decided, and the usual holds. */
  decided: { at: Date; by: string; bySelf: boolean; note: string | null } | null;
};

/** What holds for a person whom the caller has looked up through scope. */
export async function getPublicity(employeeId: number, tx: Tx = db): Promise<PublicityView[]> {
  const decisions = await tx.publicityDecision.findMany({
    where: { employeeId },
    distinct: ["scope"],
    orderBy: [{ scope: "asc" }, { id: "desc" }],
    select: {
      ...{ scope: true, allowed: true, decidedAt: true, bySelf: true, note: true },
      decidedBy: { select: { name: true } },
    },
  });
  const employee = await tx.employee.findFirst({
    where: { id: employeeId },
    select: { hiddenFromWall: true },
  });
  return publicityScopes.map((scope) => {
    const last = decisions.find((one) => one.scope === scope);
    return {
      scope,
      // The record's own mark is older than the decisions, and what the wall asks.
      allowed: scope === "wall" ? !employee?.hiddenFromWall : (last?.allowed ?? unlessDecided[scope]),
      decided: last
        ? { at: last.decidedAt, by: last.decidedBy.name, bySelf: last.bySelf, note: last.note }
        : null,
    };
  });
}
