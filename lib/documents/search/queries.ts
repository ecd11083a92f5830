import { type Actor, isRoot, ledgerReaders, scopeNodes, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import { asSystem } from "@/lib/db/acting";
import { behindWall } from "@/lib/db/behind-wall";
import { ask, db } from "@/lib/db/client";
import { bestSeen } from "@/lib/db/first-seen";
import type { Prisma } from "@/lib/db/generated/client";
import { numberedPage, pageBeyond, type PageOfIds } from "@/lib/db/paging";
import { type Sql, sqlOfRead } from "@/lib/db/read-sql";
import { mayBeOld } from "@/lib/db/replica";
import { bestMatches } from "@/lib/kernel/lookup";
import type { Page } from "@/lib/kernel/page";
import {
  documentNumberGrams,
  gramsIn,
  mostCompared,
  searchText,
  type Wanted,
  wantedTerm,
} from "@/lib/kernel/search-grams";
import { canReadDocuments, recordingUnits, visibleTo } from "../policy";
import { type DocumentRow, readRows, sights, sightSql } from "../queries";
import { numberPart } from "../rules";
import type { DocumentFilter, DocumentPage } from "../schema";

/** Units to choose from in a document's form, by name, pinyin or initials. */
export async function searchRecordingUnits(
  actor: Actor,
  q: string,
  limit = 20,
): Promise<{ id: number; name: string }[]> {
  const units = await db.organization.findMany({
    where: {
      AND: [recordingUnits(actor), { validTo: null }, q ? { searchKey: gramsIn(wantedTerm(q)) } : {}],
    },
    orderBy: fromAbove,
    take: mostCompared,
    select: { id: true, name: true, shortName: true, code: true },
  });
  return bestMatches(units, q, (unit) => [unit.name, unit.shortName, unit.code], limit).map(
    ({ id, name }) => ({ id, name }),
  );
}

/** The unit that a new document's form begins with: the uppermost of those the actor may record for. */
export async function getDefaultRecordingUnit(actor: Actor): Promise<{ id: number; name: string } | null> {
  return db.organization.findFirst({
    where: { AND: [recordingUnits(actor), { validTo: null }] },
    orderBy: fromAbove,
    select: { id: true, name: true },
  });
}

const fromAbove = [{ kind: "asc" }, { path: "asc" }] satisfies Prisma.OrganizationOrderByWithRelationInput[];

/** Documents by 文号, in whatever brackets, or by words of the title, then those by an issuer; the latest first. */
export const searchDocuments = mayBeOld(findDocuments);

async function findDocuments(
  actor: Actor,
  q: string,
  { limit = 20, except = 0 }: { limit?: number; except?: number } = {},
): Promise<DocumentRow[]> {
  if (!canReadDocuments(actor)) return [];
  const wanted = wantedKeys(q);
  const best = wanted
    ? await bestSeen<{ id: number; numberKey: string | null; title: string }>(
        "document",
        wanted,
        {
          columns: `t.id, t.number_key AS "numberKey", t.title`,
          order: "t.signed_on DESC NULLS LAST, t.id DESC",
          rank: (found) => {
            const worded = bestMatches(found, q, ({ numberKey, title }) => [numberKey, title], found.length);
            const number = numberPart(q) || q;
            const numbered = bestMatches(found, number, ({ numberKey }) => [numberKey], found.length);
            return [...new Set([...numbered, ...worded, ...found])].filter(({ id }) => id !== except);
          },
          limit,
          most: 500,
        },
        eachSeen(actor),
        hasWhole(actor) ? undefined : seenOf(actor, { text: "SELECT id FROM documents", values: [] }),
      )
    : await db.document.findMany({
        where: { AND: [visibleTo(actor), { id: { not: except } }] },
        orderBy: [{ signedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
        take: limit,
        select: { id: true },
      });
  return readRows(actor, best);
}

/** The documents of the actor's sight, narrowed and sorted. */
export const listDocuments = mayBeOld(readDocuments);

async function readDocuments(
  actor: Actor,
  filter: DocumentFilter,
  asked: DocumentPage,
): Promise<Page<DocumentRow>> {
  if (!canReadDocuments(actor)) return { rows: [], total: 0, page: 1, size: asked.size };
  const where = { AND: await conditions(filter) };
  const found = await sqlOfRead((client) => client.document.findMany({ where, select: { id: true } }));
  const { ids, ...page } = await asSystem(() => pageOf(seenOf(actor, found), asked));
  const shown = await behindWall(
    "documents",
    ids.map((id) => ({ id })),
  );
  return { rows: await readRows(actor, shown), ...page };
}

async function pageOf(
  { text, values }: Sql,
  { sort, direction, ...asked }: DocumentPage,
): Promise<PageOfIds> {
  const id = asked.after ?? asked.before;
  const key =
    sort === "createdAt"
      ? "d.created_at"
      : `coalesce(d.${columns[sort]}, ${direction === "desc" ? "''" : "chr(1114111)"})`;
  const ordered = (way: "asc" | "desc") => `ORDER BY ${key} ${way}, d.id ${way}`;
  if (id !== undefined) {
    const back = asked.after === undefined;
    const up = (direction === "asc") !== back;
    const from = `(${key}, d.id) ${up ? ">=" : "<="} (SELECT ${key}, d.id FROM documents d WHERE d.id = $${values.length + 1})`;
    // The row itself comes with them: one that the list does not hold is no place in it.
    const rows = await ask<{ id: number }>({
      text: `${text} AND ${from} ${ordered(up ? "asc" : "desc")} LIMIT ${asked.size + 2}`,
      values: [...values, id],
    });
    const [anchor, ...ids] = rows.map((row) => row.id);
    if (anchor === id) return pageBeyond(back ? ids.reverse() : ids, asked.size, back);
  }
  return numberedPage(
    (range) =>
      Promise.resolve({
        text: range ? `${text} ${ordered(direction)} LIMIT ${range.take} OFFSET ${range.skip}` : text,
        values,
      }),
    asked,
  );
}

async function conditions({
  q,
  year,
  kind,
  issuer,
  unit,
  scan,
}: DocumentFilter): Promise<Prisma.DocumentWhereInput[]> {
  const within = unit
    ? await db.organization.findFirst({ where: { id: unit }, select: { path: true } })
    : null;
  return [
    q ? matching(q) : {},
    year
      ? {
          OR: [
            { signedOn: { startsWith: String(year) } },
            { signedOn: null, publishedOn: { startsWith: String(year) } },
          ],
        }
      : {},
    kind ? { kind } : {},
    issuer ? { issuers: { some: { grantingBodyId: issuer } } } : {},
    unit ? { recordingUnit: unitUnder(within ? [within.path] : []) } : {},
    scan ? { files: scan === "yes" ? { some: {} } : { none: {} } } : {},
  ];
}

/** Documents by 文号 in whatever brackets, by words of the title, also as they are read, or by an issuer; null for no words. */
export function wantedKeys(q: string): Wanted | null {
  if (searchText(q) === "") return null;
  const { any, all } = wantedTerm(q);
  return { any, all: [...all, documentNumberGrams(numberPart(q))] };
}

/** The same as a condition. */
function matching(q: string): Prisma.DocumentWhereInput {
  const wanted = wantedKeys(q);
  return wanted ? { searchKey: gramsIn(wanted) } : {};
}

/** Columns of text to sort by; without one a document comes last, whichever way. */
const columns = { signedOn: "signed_on", number: "number_key", title: "title" } as const;

/**
 * Of some documents those that the actor sees, as `visibleTo` says it: asked of every document by its awards it took a company's union
 * more than a statement may last at a million awards. The awards of the scope, a range of an index, are gathered once instead; from
 * the root of a tree, where those are all, each document has one soon.
 */
function seenOf(actor: Actor, { text, values }: Sql): Sql {
  const given = (value: unknown) => `$${all.push(value)}`;
  const all = [...values];
  const arms = [`d.recording_unit_id IN (SELECT o.id FROM organizations o, ${nearSql(actor, given)})`];
  for (const [roles, states] of sights) {
    const nodes = scopeNodes(actor, ...roles);
    if (nodes.length === 0) continue;
    const isWhole = scopePaths(actor, ...roles).some(isRoot);
    const awards = `SELECT x.document_id FROM award_scopes s JOIN award_documents x ON x.award_id = s.award_id WHERE s.unit_id = ANY (${given(nodes)}::int[])${states}`;
    arms.push(isWhole ? `EXISTS (${awards} AND x.document_id = d.id OFFSET 0)` : `d.id IN (${awards})`);
  }
  return {
    text: `SELECT d.id FROM documents d JOIN (${text}) AS found ON found.id = d.id WHERE (${arms.join(" OR ")})`,
    values: all,
  };
}

/** The same of all documents, for where few are asked about: each document's awards are looked up by themselves. */
function eachSeen(actor: Actor): Sql {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const text = `SELECT d.id FROM documents d
    WHERE EXISTS (SELECT FROM organizations o, ${nearSql(actor, given)} AND o.id = d.recording_unit_id OFFSET 0)
      OR EXISTS (SELECT FROM award_documents x WHERE x.document_id = d.id AND ${sightSql(actor, given)} OFFSET 0)`;
  return { text, values };
}

/** Units of the scope and above it. */
function nearSql(actor: Actor, given: (value: unknown) => string): string {
  return `unnest(${given(scopePaths(actor, ...ledgerReaders))}::text[]) AS held (path)
    WHERE (o.path >= held.path AND o.path < held.path || '~' OR starts_with(held.path, o.path))`;
}

/** From the root of a tree nearly every document is seen. */
function hasWhole(actor: Actor): boolean {
  return scopePaths(actor, ...ledgerReaders).some(isRoot);
}
