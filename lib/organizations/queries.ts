import { type Actor, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import { asSystem } from "@/lib/db/acting";
import { ask, db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/transaction";
import { isOverRoot, unitKeepers, visibleTo } from "./policy";
import { idsAbove } from "./rules";
import type { Tree, UnitKind } from "./schema";

export type UnitName = { id: number; name: string };
export type UnitOption = UnitName & {
  tree: Tree;
  kind: UnitKind;
  closed: boolean;
  path: string;
  trail: string[];
};

export const light = {
  id: true,
  parentId: true,
  name: true,
  shortName: true,
  code: true,
  kind: true,
  sort: true,
  path: true,
  validFrom: true,
  validTo: true,
} satisfies Prisma.OrganizationSelect;

/**
 * Condition on units whose teams, studios and achievements the actor reads: those of the scope, and company units in which
 * people of the scope's unions work, with the units above (as a document of a unit above is read below it). From the root
 * of the union tree, every company unit. Asked once beforehand: inside a list's query it would be asked for every row. Raw, for Prisma
 * would need two statements and all the paths.
 */
export async function unitsServedBy(
  tx: Tx,
  actor: Actor,
  ...roles: Role[]
): Promise<Prisma.OrganizationWhereInput> {
  const scope = scopePaths(actor, ...roles);
  if (isOverRoot(actor, "union", ...roles)) return { OR: [unitUnder(scope), { tree: "company" }] };
  if (scope.length === 0) return unitUnder(scope);
  const above = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT above AS id
    FROM unnest(${scope}::text[]) AS held (path)
    -- Paths are digits and slashes, all before "~".
    JOIN organizations u ON u.path >= held.path AND u.path < held.path || '~' AND u.tree = 'union'
    JOIN unit_pairs p ON p.union_unit_id = u.id
    JOIN organizations o ON o.id = p.unit_id
    CROSS JOIN LATERAL unnest(units_of_path(o.path)) AS above ORDER BY 1`;
  return { OR: [unitUnder(scope), { id: { in: above.map(({ id }) => id) } }] };
}

/**
 * Which of these units' teams, studios and achievements are the actor's to keep: units of the scope, and company units where
 * two thirds of the people (there and below) belong to the scope's unions, so that a few who are seconded neither open nor
 * close a unit. What is the whole company's belongs to the root of the union tree, and so does every unit without people.
 * Raw, for Prisma can neither compare two rows' paths nor count with a condition. As the system: of others' people the actor's wall shows none.
 */
export async function servedUnits(tx: Tx, actor: Actor, ids: readonly number[]): Promise<Set<number>> {
  const scope = scopePaths(actor, ...unitKeepers);
  if (scope.length === 0 || ids.length === 0) return new Set();
  const rows = await asSystem(
    () => tx.$queryRaw<{ id: number }[]>`
    WITH scope AS (SELECT unnest(${scope}::text[]) AS path)
    SELECT u.id FROM organizations u
    WHERE u.id = ANY (${[...ids]}::int[]) AND (
      EXISTS (SELECT FROM scope WHERE starts_with(u.path, scope.path))
      OR u.tree = 'company' AND (${isOverRoot(actor, "union", ...unitKeepers)}::boolean OR u.parent_id IS NOT NULL AND (
        -- All people are counted no further than two thirds of them can be theirs: of another's company that is soon. Those of each unit are
        -- looked up by themselves (OFFSET 0), or PostgreSQL goes through everybody for each.
        SELECT 3 * theirs.people >= 2 * (SELECT count(*) FROM (
          SELECT FROM organizations below
          CROSS JOIN LATERAL (SELECT FROM employees e
            WHERE e.unit_id = below.id AND e.union_unit_id IS NOT NULL AND e.status IN ('active', 'seconded') OFFSET 0) AS one
          WHERE below.path >= u.path AND below.path < u.path || '~' LIMIT 3 * theirs.people / 2 + 1) AS everybody)
        FROM (SELECT count(*) AS people
          FROM organizations below
          JOIN unit_pairs p ON p.unit_id = below.id
          JOIN organizations belongs ON belongs.id = p.union_unit_id AND EXISTS (SELECT FROM scope WHERE starts_with(belongs.path, scope.path))
          CROSS JOIN LATERAL (SELECT FROM employees e
            WHERE e.unit_id = p.unit_id AND e.union_unit_id = p.union_unit_id AND e.status IN ('active', 'seconded') OFFSET 0) AS one
          -- Paths are digits and slashes, all before "~".
          WHERE below.path >= u.path AND below.path < u.path || '~') AS theirs
        WHERE theirs.people > 0)))`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of these units the ones to which something new may be given: served, of the company tree and not closed. */
export async function openUnits(tx: Tx, actor: Actor, ids: readonly number[]): Promise<Set<number>> {
  const open = await tx.organization.findMany({
    where: { id: { in: [...ids] }, tree: "company", validTo: null },
    select: { id: true },
  });
  return servedUnits(
    tx,
    actor,
    open.map(({ id }) => id),
  );
}

/** The path of a unit by which a list is narrowed: one that the actor sees, or one above such units. Null is "no such unit". */
export async function getUnitPath(actor: Actor, id: number): Promise<string | null> {
  const unit = await db.organization.findFirst({ where: { id }, select: { path: true } });
  if (!unit) return null;
  const seen = await db.organization.findFirst({
    where: { AND: [visibleTo(actor), { path: { startsWith: unit.path } }] },
    select: { id: true },
  });
  return seen && unit.path;
}

/** Names above units, from the root down; the tree's own context, so not narrowed by scope. */
export async function trailsOf(paths: string[]): Promise<string[][]> {
  const ids = [...new Set(paths.flatMap(idsAbove))];
  const text = "SELECT id, coalesce(short_name, name) AS name FROM organizations WHERE id = ANY ($1::int[])";
  const units = ids.length > 0 ? await ask<UnitName>({ text, values: [ids] }, true) : [];
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return paths.map((path) => idsAbove(path).flatMap((id) => names.get(id) ?? []));
}
