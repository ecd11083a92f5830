import { type Actor, hasRole, ledgerReaders } from "@/lib/auth/roles";

/** Titles, programmes and granting bodies belong to no unit: whoever reads a ledger reads the catalog. */
export function canReadCatalog(actor: Actor): boolean {
  return hasRole(actor, ...ledgerReaders);
}

export function canEditCatalog(actor: Actor): boolean {
  return hasRole(actor, "union_admin");
}
