import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { bestMatches } from "@/lib/kernel/lookup";
import { gramsIn, mostCompared, wantedTerm } from "@/lib/kernel/search-grams";
import { recordingUnits } from "../policy";
import { fromAbove } from "../queries";

/** Units to choose from in a document's form, by name, pinyin or initials. */
export async function searchRecordingUnits(
  actor: Actor,
  q: string,
  limit = 20,
): Promise<{ id: number; name: string }[]> {
  const units = await db.organization.findMany({
    where: {
      AND: [recordingUnits(actor), { validTo: null }, q ? { searchKey: gramsIn(wantedTerm(q)) } : {}],
    },
    orderBy: fromAbove,
    take: mostCompared,
    select: { id: true, name: true, shortName: true, code: true },
  });
  return bestMatches(units, q, (unit) => [unit.name, unit.shortName, unit.code], limit).map(
    ({ id, name }) => ({ id, name }),
  );
}
