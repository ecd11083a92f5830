import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { bestMatches } from "@/lib/kernel/lookup";
import { gramsIn, mostCompared, wantedTerm } from "@/lib/kernel/search-grams";
import { canReadAchievements } from "../policy";
import { type AchievementOption, optionSelect, visibleAchievements } from "../queries";

/** Achievements for pickers: the words as they are, or pinyin and initials of the names; the latest first. */
export async function searchAchievements(actor: Actor, q: string, limit = 20): Promise<AchievementOption[]> {
  if (!canReadAchievements(actor)) return [];
  const found = await db.achievement.findMany({
    where: { AND: [await visibleAchievements(db, actor), q ? { searchKey: gramsIn(wantedTerm(q)) } : {}] },
    orderBy: [{ finishedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: mostCompared,
    select: optionSelect,
  });
  return bestMatches(found, q, (one) => [one.name], limit).map(({ units, ...one }) => ({
    ...one,
    unitName: units[0]?.organization.name ?? null,
  }));
}
