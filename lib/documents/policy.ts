import { type Actor, hasRole, holdsOver, holdsWhole, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { unitAbove, unitInScope, unitUnder } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

const writers = ["recorder", "union_admin"] as const;

export function canReadDocuments(actor: Actor): boolean {
  return hasRole(actor, ...ledgerReaders);
}

export function canRecordDocuments(actor: Actor): boolean {
  return hasRole(actor, ...writers);
}

/** Documents recorded by a unit of the scope or above it (a decision goes down the tree), or that hold an award the actor sees. */
export function visibleTo(actor: Actor): Prisma.DocumentWhereInput {
  return { OR: [nearTo(actor), { awards: { some: { award: awardsInSight(actor) } } }] };
}

/** Those of them that no award is asked for. */
export function nearTo(actor: Actor): Prisma.DocumentWhereInput {
  const paths = scopePaths(actor, ...ledgerReaders);
  return { OR: [{ recordingUnit: unitUnder(paths) }, { recordingUnit: unitAbove(paths) }] };
}

/** Each award is recorded by a unit of the union's tree. */
export function seesAllAwards(actor: Actor): boolean {
  return holdsWhole(actor, "union", "recorder", "checker", "union_admin");
}

/** Awards as far as they bring a document into sight, and are counted with it: all for who keeps the ledger, conferred ones for who reads it. */
export function awardsInSight(actor: Actor): Prisma.AwardWhereInput {
  // Not the empty condition: within an OR Prisma takes that for none.
  if (seesAllAwards(actor)) return { id: { gt: 0 } };
  return {
    OR: [
      { units: { some: { organization: unitInScope(actor, "recorder", "checker", "union_admin") } } },
      {
        AND: [
          { state: { in: ["effective", "expired", "revoked"] } },
          { units: { some: { organization: unitInScope(actor, "hr", "discipline") } } },
        ],
      },
    ],
  };
}

/** Units for which the actor may record documents. */
export function recordingUnits(actor: Actor): Prisma.OrganizationWhereInput {
  return { AND: [{ tree: "union" }, unitInScope(actor, ...writers)] };
}

export function writableBy(actor: Actor): Prisma.DocumentWhereInput {
  return { recordingUnit: unitInScope(actor, ...writers) };
}

export function canWrite(actor: Actor, recordingUnitPath: string): boolean {
  return holdsOver(actor, recordingUnitPath, ...writers);
}
