import { type Actor, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { idsWith } from "@/lib/db/first-seen";
import { mayBeOld } from "@/lib/db/replica";
import type { Tx } from "@/lib/db/transaction";
import { bestMatches } from "@/lib/kernel/lookup";
import { mostCompared, wantedTerm } from "@/lib/kernel/search-grams";
import { seesEverything, unitKeepers, visibleTo } from "../policy";
import { light, servedUnits, trailsOf, unitsServedBy, type UnitOption } from "../queries";
import { inTreeOrder } from "../rules";
import type { Tree } from "../schema";

/** Units for a picker: by name, short name, code, pinyin or initials. Closed ones come last, or not at all with `open`. */
export const searchUnits = mayBeOld(findUnits);

async function findUnits(
  actor: Actor,
  { q = "", tree, open = false }: { q?: string; tree?: Tree; open?: boolean },
  limit = 20,
): Promise<UnitOption[]> {
  const units = await db.organization.findMany({
    where: {
      AND: [
        await pickableUnits(db, actor),
        tree ? { tree } : {},
        open ? { validTo: null } : {},
        await named(q),
      ],
    },
    orderBy: fromAbove,
    take: mostCompared,
    select: found,
  });
  const ordered = inTreeOrder(units).toSorted(
    (a, b) => Number(a.validTo !== null) - Number(b.validTo !== null) || (q ? 0 : a.depth - b.depth),
  );
  const matches = bestMatches(ordered, q, namesOf, limit);
  const trails = await trailsOf(matches.map((unit) => unit.path));
  return matches.map((unit, index) => ({
    id: unit.id,
    name: unit.name,
    tree: unit.tree,
    kind: unit.kind,
    closed: unit.validTo !== null,
    path: unit.path,
    trail: trails[index]!,
  }));
}

/** Open company units for which the actor may enter teams, studios and achievements, for pickers; `partners` adds those that may take part, after them. */
export const searchServedUnits = mayBeOld(findServedUnits);

async function findServedUnits(
  actor: Actor,
  q: string,
  { partners = false, limit = 20 } = {},
): Promise<UnitOption[]> {
  const units = await db.organization.findMany({
    where: {
      AND: [
        {
          OR: [
            await unitsServedBy(db, actor, ...unitKeepers),
            ...(partners ? [await pickableUnits(db, actor)] : []),
          ],
        },
        { tree: "company", validTo: null },
        await named(q),
      ],
    },
    orderBy: fromAbove,
    take: mostCompared,
    select: found,
  });
  const ordered = inTreeOrder(units).toSorted((a, b) => (q ? 0 : a.depth - b.depth));
  // Some of what is read is not kept: look at more than are shown.
  const matches = bestMatches(ordered, q, namesOf, limit * 5);
  const served = await servedUnits(
    db,
    actor,
    matches.map((unit) => unit.id),
  );
  const others = partners ? matches.filter((unit) => !served.has(unit.id)) : [];
  const shown = [...matches.filter((unit) => served.has(unit.id)), ...others].slice(0, limit);
  const trails = await trailsOf(shown.map((unit) => unit.path));
  return shown.map((unit, index) => ({
    id: unit.id,
    name: unit.name,
    tree: unit.tree,
    kind: unit.kind,
    closed: false,
    path: unit.path,
    trail: trails[index]!,
  }));
}

/**
 * Units that the actor may put on a record: the visible ones, and the whole of each company or base-level union that people
 * of the scope belong to. Without that nobody could be the first in a new crew.
 */
export async function pickableUnits(tx: Tx, actor: Actor): Promise<Prisma.OrganizationWhereInput> {
  if (seesEverything(actor)) return visibleTo(actor);
  const scope = unitUnder(scopePaths(actor, ...ledgerReaders));
  const theirs = await tx.organization.findMany({
    where: {
      OR: [{ unions: { some: { unionUnit: scope } } }, { workplaces: { some: { unit: scope } } }],
    },
    select: { path: true },
  });
  const above = new Set(theirs.flatMap((unit) => unit.path.split("/").filter(Boolean).map(Number)));
  const whole = await tx.organization.findMany({
    where: { id: { in: [...above] }, kind: { in: ["company", "base_union"] } },
    select: { path: true, tree: true },
  });
  const ownTrees = actor.grants.flatMap((grant) => grant.tree ?? []);
  const others = whole.filter((unit) => !ownTrees.includes(unit.tree));
  return { OR: [visibleTo(actor), unitUnder(others.map((unit) => unit.path))] };
}

/** Condition on units that bear, or bore, such a name or code, in characters or as it is read. */
export async function named(q: string): Promise<Prisma.OrganizationWhereInput> {
  return q ? { id: { in: await idsWith("organization", wantedTerm(q)) } } : {};
}

/** Companies before departments, for where there are more than are looked at. */
const fromAbove: Prisma.OrganizationOrderByWithRelationInput[] = [
  { kind: "asc" },
  { sort: "asc" },
  { id: "asc" },
];
const found = {
  ...light,
  tree: true,
  periods: { select: { name: true } },
} satisfies Prisma.OrganizationSelect;

function namesOf(unit: Prisma.OrganizationGetPayload<{ select: typeof found }>): (string | null)[] {
  return [unit.name, unit.shortName, unit.code, ...unit.periods.map(({ name }) => name)];
}
