import { type Actor, hasRole } from "@/lib/auth/roles";

/** Who says for how long is kept what nobody needs for ever. */
export function canSetRetention(actor: Actor): boolean {
  return hasRole(actor, "sysadmin", "security_admin");
}
