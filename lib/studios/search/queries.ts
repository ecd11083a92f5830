import type { Actor } from "@/lib/auth/roles";
import { readFound } from "@/lib/db/behind-wall";
import { db } from "@/lib/db/client";
import { bestNamed } from "@/lib/db/best-named";
import { keptSql } from "@/lib/db/part-sql";
import { mayBeOld } from "@/lib/db/replica";
import type { unitsServedBy } from "@/lib/organizations/queries";
import { canReadStudios } from "../policy";
import { type StudioOption, visibleStudios } from "../queries";

/** Studios for pickers: by name, pinyin or initials; `served` are the units that the actor serves, where they are known. */
export const searchStudios = mayBeOld(findStudios);

async function findStudios(
  actor: Actor,
  q: string,
  limit = 20,
  served?: ReturnType<typeof unitsServedBy>,
): Promise<StudioOption[]> {
  if (!canReadStudios(actor)) return [];
  const visible = await visibleStudios(db, actor, served);
  const best = q
    ? await bestNamed(
        "studio",
        q,
        { order: "(SELECT path FROM organizations WHERE id = t.unit_id), t.name, t.id", limit },
        await keptSql(`studios ${JSON.stringify(visible)}`, (client) =>
          client.studio.findMany({ where: visible, select: { id: true } }),
        ),
      )
    : await db.studio.findMany({
        where: visible,
        orderBy: [{ unit: { path: "asc" } }, { name: "asc" }, { id: "asc" }],
        take: limit,
        select: { id: true },
      });
  return readFound(
    `SELECT t.id, t.name, t.field, u.name AS "unitName" FROM unnest($1::int[]) WITH ORDINALITY AS found (id, place)
      JOIN studios t ON t.id = found.id JOIN organizations u ON u.id = t.unit_id ORDER BY found.place`,
    best,
  );
}
