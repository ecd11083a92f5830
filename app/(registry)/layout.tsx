import { cookies } from "next/headers";
import type { ReactNode } from "react";
import type { NavKey } from "@/components/shell/nav-items";
import { RegistryShell } from "@/components/shell/registry-shell";
import { holdsDemonstration } from "@/lib/audit/demonstration";
import { signOut } from "@/lib/auth/actions";
import { requireActor } from "@/lib/auth/actor";
import { type Actor, hasRole, ledgerReaders } from "@/lib/auth/roles";
import { textSizeCookie } from "@/lib/i18n/preferences";

/** Navigation only: every page proves its actor itself. */
export default async function RegistryLayout({ children }: { children: ReactNode }) {
  const [actor, jar, demonstration] = await Promise.all([
    requireActor({ evenIfPasswordDue: true }),
    cookies(),
    holdsDemonstration(),
  ]);
  return (
    <RegistryShell
      items={actor.mustChangePassword ? [] : placesOf(actor)}
      user={{ name: actor.name, hint: actor.username }}
      signOut={signOut}
      demonstration={demonstration}
      textSize={jar.get(textSizeCookie)?.value === "large" ? "large" : "normal"}
    >
      {children}
    </RegistryShell>
  );
}

function placesOf(actor: Actor): NavKey[] {
  const ledger = hasRole(actor, ...ledgerReaders);
  const places: [NavKey, boolean][] = [
    ["home", actor.grants.length > 0],
    ["me", actor.employeeId !== null],
    ["awards", ledger],
    ["documents", ledger],
    ["achievements", ledger],
    ["employees", ledger],
    ["teams", ledger],
    ["studios", ledger],
    ["organizations", ledger || hasRole(actor, "sysadmin")],
    ["titles", ledger],
    ["requests", hasRole(actor, "recorder", "checker", "union_admin")],
    ["users", hasRole(actor, "sysadmin")],
    ["audit", hasRole(actor, "auditor")],
  ];
  return places.flatMap(([key, open]) => (open ? [key] : []));
}
