import { type Actor, hasRole } from "@/lib/auth/roles";

/** The queue is the machine's business: nothing of what a job is about is shown there. */
export function canManageJobs(actor: Actor): boolean {
  return hasRole(actor, "sysadmin");
}
