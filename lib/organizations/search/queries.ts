import { type Actor, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import { ask, db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { keysSql } from "@/lib/db/first-seen";
import { keptSql } from "@/lib/db/part-sql";
import { shifted, withLists } from "@/lib/db/read-sql";
import { mayBeOld } from "@/lib/db/replica";
import type { Tx } from "@/lib/db/transaction";
import { bestMatches } from "@/lib/kernel/lookup";
import { mostCompared, wantedTerm } from "@/lib/kernel/search-grams";
import { seesEverything, unitKeepers, visibleTo } from "../policy";
import { servedUnits, trailsOf, unitsServedBy, type UnitOption } from "../queries";
import { inTreeOrder } from "../rules";
import type { Tree } from "../schema";

/** Units for a picker: by name, short name, code, pinyin or initials. Closed ones come last, or not at all with `open`. */
export const searchUnits = mayBeOld(findUnits);

async function findUnits(
  actor: Actor,
  { q = "", tree, open = false }: { q?: string; tree?: Tree; open?: boolean },
  limit = 20,
): Promise<UnitOption[]> {
  const units = await readUnits(
    { AND: [await pickableUnits(db, actor), tree ? { tree } : {}, open ? { validTo: null } : {}] },
    q,
  );
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
  const served = await unitsServedBy(db, actor, ...unitKeepers);
  const where = partners ? { OR: [served, await pickableUnits(db, actor)] } : served;
  const units = await readUnits({ AND: [where, { tree: "company", validTo: null }] }, q);
  const ordered = inTreeOrder(units).toSorted((a, b) => (q ? 0 : a.depth - b.depth));
  // Some of what is read is not kept: look at more than are shown.
  const matches = bestMatches(ordered, q, namesOf, limit * 5);
  const theirs = await servedUnits(
    db,
    actor,
    matches.map((unit) => unit.id),
  );
  const others = partners ? matches.filter((unit) => !theirs.has(unit.id)) : [];
  const shown = [...matches.filter((unit) => theirs.has(unit.id)), ...others].slice(0, limit);
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
 * of the scope belong to. Without that nobody could be the first in a new crew. Raw, for Prisma would need all paths first.
 */
export async function pickableUnits(tx: Tx, actor: Actor): Promise<Prisma.OrganizationWhereInput> {
  if (seesEverything(actor)) return visibleTo(actor);
  const whole = await tx.$queryRaw<{ path: string; tree: Tree }[]>`
    SELECT DISTINCT whole.path, whole.tree::text
    FROM unnest(${scopePaths(actor, ...ledgerReaders)}::text[]) AS held (path)
    -- Paths are digits and slashes, all before "~".
    JOIN organizations s ON s.path >= held.path AND s.path < held.path || '~'
    CROSS JOIN LATERAL (SELECT union_unit_id FROM unit_pairs WHERE unit_id = s.id
      UNION ALL SELECT unit_id FROM unit_pairs WHERE union_unit_id = s.id) AS theirs (id)
    JOIN organizations o ON o.id = theirs.id
    JOIN organizations whole ON whole.id = ANY (units_of_path(o.path))
    WHERE whole.kind IN ('company', 'base_union') ORDER BY 1`;
  const ownTrees = actor.grants.flatMap((grant) => grant.tree ?? []);
  const others = whole.filter((unit) => !ownTrees.includes(unit.tree));
  return { OR: [visibleTo(actor), unitUnder(others.map((unit) => unit.path))] };
}

type FoundUnit = Omit<UnitOption, "closed" | "trail"> & {
  parentId: number | null;
  shortName: string | null;
  code: string;
  sort: number;
  validTo: string | null;
  former: string[];
};

/**
 * Units under a condition that bear, or bore, a name or code, in characters or as it is read: so many as are compared, companies before
 * departments where there are more. Found by their words and then asked for one by one, in one statement where Prisma would send two.
 */
async function readUnits(where: Prisma.OrganizationWhereInput, q: string): Promise<FoundUnit[]> {
  const seen = withLists(
    await keptSql(`organizations ${JSON.stringify(where)}`, (client) =>
      client.organization.findMany({ where, select: { id: true } }),
    ),
  );
  const found = q ? keysSql("organization", wantedTerm(q)) : null;
  const within = found
    ? `CROSS JOIN LATERAL (SELECT FROM (${seen.text}) AS seen WHERE seen.id = o.id OFFSET 0) AS one
       WHERE o.id = ANY (ARRAY(SELECT ${shifted(found, seen.values.length)}))`
    : `JOIN (${seen.text}) AS seen ON seen.id = o.id`;
  return ask<FoundUnit>({
    text: `SELECT o.id, o.parent_id AS "parentId", o.name, o.short_name AS "shortName", o.code, o.tree::text, o.kind::text, o.sort, o.path,
        o.valid_to AS "validTo", ARRAY(SELECT p.name FROM organization_periods p WHERE p.organization_id = o.id AND p.name <> o.name) AS former
      FROM organizations o ${within} ORDER BY o.kind, o.sort, o.id LIMIT ${mostCompared}`,
    values: [...seen.values, ...(found?.values ?? [])],
  });
}

function namesOf(unit: FoundUnit): (string | null)[] {
  return [unit.name, unit.shortName, unit.code, ...unit.former];
}
