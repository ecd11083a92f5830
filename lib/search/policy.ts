import { type Actor, hasRole, ledgerReaders } from "@/lib/auth/roles";

/** Whoever reads a ledger searches it; what is found is each noun's own to show. */
export function canSearch(actor: Actor): boolean {
  return hasRole(actor, ...ledgerReaders);
}
