import { type Actor, hasRole } from "@/lib/auth/roles";

/** The whole trail is for the auditor alone; the history of one record stands on its page, for who sees the record. */
export function readsAudit(actor: Actor): boolean {
  return hasRole(actor, "auditor");
}
