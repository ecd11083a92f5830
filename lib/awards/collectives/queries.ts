import type { Tx } from "@/lib/db/transaction";
import { groupBy } from "@/lib/kernel/grouping";
import { nameKey } from "@/lib/kernel/text";
import { findUnits, isAbout, type UnitIndex } from "@/lib/organizations/intake/rules";
import type { Sight } from "../subjects/queries";
import type { CollectiveAsk, CollectiveMatch } from "./rules";

type Placed = { id: number; key: string; unitIds: readonly number[] };

/** The team, studio, unit or achievement that each name means, among those in sight; in the order of the asks. */
export async function findCollectives(
  tx: Tx,
  sight: Sight,
  units: UnitIndex,
  asks: readonly CollectiveAsk[],
): Promise<CollectiveMatch[]> {
  const kinds = [...new Set(asks.map(({ kind }) => kind))];
  const found = new Map<string, Placed[]>();
  for (const kind of kinds) {
    const names = [...new Set(asks.flatMap((ask) => (ask.kind === kind ? [ask.name] : [])))];
    const placed = await finders[kind](tx, sight, names, units);
    for (const [key, group] of groupBy(placed, (one) => one.key)) found.set(`${kind} ${key}`, group);
  }
  return asks.map(({ kind, name, unit }) => {
    const named = found.get(`${kind} ${nameKey(name)}`) ?? [];
    const places = unit.flatMap((text) => findUnits(units, text));
    const near = named.filter(({ unitIds }) =>
      unitIds.some((id) => places.some((place) => isAbout(units, id, place))),
    );
    const meant = named.length > 1 && near.length > 0 ? near : named;
    if (meant.length === 1) return { id: meant[0]!.id };
    return { fault: meant.length === 0 ? "subjectUnknown" : "subjectAmbiguous" };
  });
}

type Find = (tx: Tx, sight: Sight, names: readonly string[], units: UnitIndex) => Promise<Placed[]>;

const finders: Record<CollectiveAsk["kind"], Find> = {
  async team(tx, sight, names) {
    const rows = await tx.team.findMany({
      where: { AND: [called(names), await sight.team(tx)] },
      select: { id: true, nameKey: true, unitId: true },
    });
    return rows.map(({ id, nameKey: key, unitId }) => ({ id, key, unitIds: [unitId] }));
  },
  async studio(tx, sight, names) {
    const rows = await tx.studio.findMany({
      where: { AND: [called(names), await sight.studio(tx)] },
      select: { id: true, nameKey: true, unitId: true },
    });
    return rows.map(({ id, nameKey: key, unitId }) => ({ id, key, unitIds: [unitId] }));
  },
  async achievement(tx, sight, names) {
    const rows = await tx.achievement.findMany({
      where: { AND: [called(names), await sight.achievement(tx)] },
      select: { id: true, nameKey: true, units: { select: { organizationId: true } } },
    });
    return rows.map(({ id, nameKey: key, units }) => ({
      ...{ id, key },
      unitIds: units.map(({ organizationId }) => organizationId),
    }));
  },
  async organization(tx, sight, names, units) {
    const named = names.flatMap((name) =>
      findUnits(units, name).map(({ id, parentId }) => ({ id, key: nameKey(name), parentId })),
    );
    const rows = await tx.organization.findMany({
      where: { AND: [{ id: { in: named.map(({ id }) => id) } }, await sight.organization(tx)] },
      select: { id: true },
    });
    const seen = new Set(rows.map(({ id }) => id));
    return named
      .filter(({ id }) => seen.has(id))
      .map(({ id, key, parentId }) => ({ id, key, unitIds: [parentId ?? id] }));
  },
};

function called(names: readonly string[]) {
  return { nameKey: { in: names.map(nameKey) } };
}
