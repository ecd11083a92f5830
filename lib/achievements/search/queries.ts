import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import { bestNamed } from "@/lib/db/best-named";
import { keptSql } from "@/lib/db/part-sql";
import { mayBeOld } from "@/lib/db/replica";
import { inOrderOf, oneOf } from "@/lib/kernel/ids";
import type { unitsServedBy } from "@/lib/organizations/queries";
import { canReadAchievements } from "../policy";
import { type AchievementOption, optionSelect, visibleAchievements } from "../queries";

/** Achievements for pickers: the words as they are, or pinyin and initials of the names; the latest first. `served` as for teams. */
export const searchAchievements = mayBeOld(findAchievements);

async function findAchievements(
  actor: Actor,
  q: string,
  limit = 20,
  served?: ReturnType<typeof unitsServedBy>,
): Promise<AchievementOption[]> {
  if (!canReadAchievements(actor)) return [];
  const visible = await visibleAchievements(db, actor, served);
  const best = q
    ? await bestNamed(
        "achievement",
        q,
        { order: "t.finished_on DESC NULLS LAST, t.id DESC", limit },
        await keptSql(`achievements ${JSON.stringify(visible)}`, (client) =>
          client.achievement.findMany({ where: visible, select: { id: true } }),
        ),
      )
    : await db.achievement.findMany({
        where: visible,
        orderBy: [{ finishedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
        take: limit,
        select: { id: true },
      });
  const achievements = await asSystem(() =>
    db.achievement.findMany({ where: oneOf(best), select: optionSelect }),
  );
  return inOrderOf(best, achievements).map(({ units, ...one }) => ({
    ...one,
    unitName: units[0]?.organization.name ?? null,
  }));
}
