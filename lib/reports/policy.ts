import { type Actor, hasRole, ledgerReaders } from "@/lib/auth/roles";

/** What the home page holds for an actor; several roles see the parts of each. */
export type HomeParts = { ledger: boolean; keeping: boolean; system: boolean; audit: boolean };

export function homeParts(actor: Actor): HomeParts {
  return {
    ledger: hasRole(actor, ...ledgerReaders),
    keeping: hasRole(actor, "recorder", "checker", "union_admin"),
    system: hasRole(actor, "sysadmin", "security_admin"),
    audit: hasRole(actor, "auditor"),
  };
}
