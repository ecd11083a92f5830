import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { bestMatches } from "@/lib/kernel/lookup";
import { gramsIn, mostCompared, wantedTerm } from "@/lib/kernel/search-grams";
import { canReadStudios } from "../policy";
import { optionSelect, type StudioOption, visibleStudios } from "../queries";

/** Studios for pickers: by name, pinyin or initials. */
export async function searchStudios(actor: Actor, q: string, limit = 20): Promise<StudioOption[]> {
  if (!canReadStudios(actor)) return [];
  const studios = await db.studio.findMany({
    where: { AND: [await visibleStudios(db, actor), q ? { searchKey: gramsIn(wantedTerm(q)) } : {}] },
    orderBy: [{ unit: { path: "asc" } }, { name: "asc" }, { id: "asc" }],
    take: mostCompared,
    select: optionSelect,
  });
  return bestMatches(studios, q, (studio) => [studio.name], limit).map(({ unit, ...studio }) => ({
    ...studio,
    unitName: unit.name,
  }));
}
