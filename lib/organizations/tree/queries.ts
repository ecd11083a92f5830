import { type Actor, ledgerReaders } from "@/lib/auth/roles";
import { ask, db } from "@/lib/db/client";
import { seesWholeTree, visibleTo } from "../policy";
import { idsAbove, inTreeOrder } from "../rules";
import type { Tree } from "../schema";

export type UnitNode = {
  id: number;
  parentId: number | null;
  name: string;
  depth: number;
  hasChildren: boolean;
};

type Place = Pick<UnitNode, "id" | "parentId" | "name"> & { sort: number };
type Branch = Place & { branch: boolean };
type Known = Place & { depth: number; hasChildren: boolean };

/**
 * What the tree beside a list shows at first: the tops, what lies directly below them, and the way to the chosen unit. The rest comes
 * by `listChildUnits` as it is opened. Closed units are left out; names above the actor's units of the other tree give them their place.
 */
export async function listUnitTree(actor: Actor, tree: Tree, selected?: number | null): Promise<UnitNode[]> {
  const tops = seesWholeTree(actor, tree) ? null : onlyTop(actor, tree);
  if (tops !== undefined) {
    const way = selected ? await wayTo(selected, tree) : [];
    const places = await ask<Branch>({ text: upperSql, values: [tree, tops, way] });
    return inTreeOrder(places).map((place) => nodeOf({ ...place, hasChildren: place.branch }));
  }
  const known = await knownUnits(actor, tree);
  const parents = new Map(known.map(({ id, parentId }) => [id, parentId]));
  const way = new Set<number | null>();
  for (let at = selected ?? null; at !== null && parents.has(at); at = parents.get(at)!) way.add(at);
  return known.filter(({ depth, parentId }) => depth <= 1 || way.has(parentId)).map(nodeOf);
}

/** What lies directly below a unit, for a tree that is opened step by step. */
export async function listChildUnits(actor: Actor, parentId: number): Promise<UnitNode[]> {
  const parent = await db.organization.findFirst({ where: { id: parentId }, select: { tree: true } });
  if (!parent) return [];
  if (!seesWholeTree(actor, parent.tree))
    return (await knownUnits(actor, parent.tree)).filter((unit) => unit.parentId === parentId).map(nodeOf);
  const places = await ask<Branch>({ text: belowSql, values: [[parentId]] });
  return inTreeOrder(places).map((place) => nodeOf({ ...place, hasChildren: place.branch }));
}

/** Every unit of a tree that the actor may come to in it, for the box that finds one by its name. */
export async function listAllUnits(actor: Actor, tree: Tree): Promise<UnitNode[]> {
  return (await knownUnits(actor, tree)).map(nodeOf);
}

/** Open units that the actor sees, in order; where they hang on more than one unit, with those above them. */
async function knownUnits(actor: Actor, tree: Tree): Promise<Known[]> {
  const units = await db.organization.findMany({
    where: { AND: [visibleTo(actor), { tree, validTo: null }] },
    select: place,
  });
  const known = new Set(units.map((unit) => unit.id));
  const heads = units.filter((unit) => unit.parentId !== null && !known.has(unit.parentId));
  const missing =
    heads.length > 1
      ? [...new Set(heads.flatMap((unit) => idsAbove(unit.path)))].filter((id) => !known.has(id))
      : [];
  const above =
    missing.length > 0
      ? await db.organization.findMany({ where: { id: { in: missing } }, select: place })
      : [];
  return inTreeOrder([...units, ...above].map((unit) => ({ ...unit, name: unit.shortName ?? unit.name })));
}

const place = { id: true, parentId: true, name: true, shortName: true, sort: true, path: true } as const;

/** The one node of a tree under which everything lies that the actor sees of it, where that is so. */
function onlyTop(actor: Actor, tree: Tree): number[] | undefined {
  const grants = actor.grants.filter(({ role, path }) => path && ledgerReaders.some((one) => one === role));
  const tops = new Set(grants.map(({ organizationId }) => organizationId!));
  return tops.size === 1 && grants[0]!.tree === tree ? [...tops] : undefined;
}

async function wayTo(id: number, tree: Tree): Promise<number[]> {
  const unit = await db.organization.findFirst({ where: { id, tree }, select: { path: true } });
  return unit ? [...idsAbove(unit.path), id] : [];
}

function nodeOf({ id, parentId, name, depth, hasChildren }: Known): UnitNode {
  return { id, parentId, name, depth, hasChildren };
}

// By hand, for Prisma would count the children of the whole table to tell which of a few units have any. A closed unit keeps its
// place as long as something open lies below it; paths are digits and slashes, all before "~".
const keepsPlace = (unit: string) => `(${unit}.valid_to IS NULL OR EXISTS (
  SELECT FROM organizations below WHERE below.path > ${unit}.path AND below.path < ${unit}.path || '~' AND below.valid_to IS NULL))`;
const placesSql = `SELECT o.id, o.parent_id AS "parentId", coalesce(o.short_name, o.name) AS name, o.sort,
  EXISTS (SELECT FROM organizations c WHERE c.parent_id = o.id AND ${keepsPlace("c")}) AS branch
  FROM organizations o WHERE ${keepsPlace("o")} AND`;
const belowSql = `${placesSql} o.parent_id = ANY ($1::int[])`;
const upperSql = `WITH tops AS (SELECT id, path FROM organizations
    WHERE tree = $1::tree AND CASE WHEN $2::int[] IS NULL THEN parent_id IS NULL ELSE id = ANY ($2::int[]) END)
  ${placesSql} o.id = ANY (ARRAY(SELECT id FROM tops UNION ALL
      SELECT c.id FROM organizations c WHERE c.parent_id = ANY ($3::int[] || ARRAY(SELECT id FROM tops))))
    AND EXISTS (SELECT FROM tops WHERE starts_with(o.path, tops.path))`;
