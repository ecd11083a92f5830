import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import { bestNamed } from "@/lib/db/best-named";
import { keptSql } from "@/lib/db/part-sql";
import { mayBeOld } from "@/lib/db/replica";
import { inOrderOf, oneOf } from "@/lib/kernel/ids";
import type { unitsServedBy } from "@/lib/organizations/queries";
import { canReadStudios } from "../policy";
import { optionSelect, type StudioOption, visibleStudios } from "../queries";

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
  const studios = await asSystem(() => db.studio.findMany({ where: oneOf(best), select: optionSelect }));
  return inOrderOf(best, studios).map(({ unit, ...studio }) => ({ ...studio, unitName: unit.name }));
}
