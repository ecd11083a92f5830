import type { Actor } from "@/lib/auth/roles";
import { readFound } from "@/lib/db/behind-wall";
import { db } from "@/lib/db/client";
import { bestNamed } from "@/lib/db/best-named";
import { keptSql } from "@/lib/db/part-sql";
import { mayBeOld } from "@/lib/db/replica";
import type { unitsServedBy } from "@/lib/organizations/queries";
import { canReadAchievements } from "../policy";
import { type AchievementOption, visibleAchievements } from "../queries";

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
  return readFound(
    `SELECT t.id, t.name, t.kind::text, t.finished_on AS "finishedOn",
        (SELECT u.name FROM achievement_units x JOIN organizations u ON u.id = x.organization_id
          WHERE x.achievement_id = t.id ORDER BY x.position LIMIT 1) AS "unitName"
      FROM unnest($1::int[]) WITH ORDINALITY AS found (id, place) JOIN achievements t ON t.id = found.id ORDER BY found.place`,
    best,
  );
}
