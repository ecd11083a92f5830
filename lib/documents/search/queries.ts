import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import { bestSeen } from "@/lib/db/first-seen";
import type { Prisma } from "@/lib/db/generated/client";
import { mayBeOld } from "@/lib/db/replica";
import { inOrderOf, oneOf } from "@/lib/kernel/ids";
import { bestMatches } from "@/lib/kernel/lookup";
import { gramsIn, mostCompared, wantedTerm } from "@/lib/kernel/search-grams";
import { canReadDocuments, recordingUnits, visibleTo } from "../policy";
import { counted, type DocumentRow, orders, rowSelect, wantedKeys } from "../queries";
import { numberPart } from "../rules";

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
  const visible = visibleTo(actor);
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
        },
        (client) => client.document.findMany({ where: visible, select: { id: true } }),
      )
    : await db.document.findMany({
        where: { AND: [visible, { id: { not: except } }] },
        orderBy: orders.signedOn("desc"),
        take: limit,
        select: { id: true },
      });
  const rows = await asSystem(() => db.document.findMany({ where: oneOf(best), select: rowSelect }));
  return counted(actor, inOrderOf(best, rows));
}
