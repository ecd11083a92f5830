import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { IdentityGuard } from "@/components/auth/identity-guard";
import type { NavKey } from "@/components/shell/nav-items";
import { RegistryShell } from "@/components/shell/registry-shell";
import { holdsDemonstration } from "@/lib/audit/demonstration";
import { signOut } from "@/lib/auth/actions";
import { requireActor } from "@/lib/auth/actor";
import { type Actor, hasRole, ledgerReaders } from "@/lib/auth/roles";
import { settings } from "@/lib/env";
import { canReadImports } from "@/lib/exchange/imports/policy";
import { canManageJobs } from "@/lib/jobs/policy";
import { canSetRetention } from "@/lib/retention/policy";
import { canSearch } from "@/lib/search/policy";
import { readsTreatments } from "@/lib/treatments/policy";
import { textSizeCookie } from "@/lib/i18n/preferences";

/** No crawler signs in; only what is open to everybody says that it is not to be indexed. */
export const metadata: Metadata = { robots: null };

/** Navigation only: every page proves its actor itself. */
export default async function RegistryLayout({ children }: { children: ReactNode }) {
  const [actor, jar, demonstration, t] = await Promise.all([
    requireActor({ evenIfPasswordDue: true }),
    cookies(),
    holdsDemonstration(),
    getTranslations("auth.confirm"),
  ]);
  const held = actor.mustChangePassword || actor.factorDue;
  const words = {
    title: t("title"),
    text: t("text"),
    proof: t(actor.hasFactor ? "passwordOrCode" : "password"),
    submit: t("submit"),
    cancel: t("cancel"),
  };
  return (
    <IdentityGuard words={words}>
      <RegistryShell
        items={held ? [] : placesOf(actor)}
        search={!held && canSearch(actor)}
        user={{ name: actor.name, hint: actor.username }}
        signOut={signOut}
        demonstration={demonstration}
        textSize={jar.get(textSizeCookie)?.value === "large" ? "large" : "normal"}
      >
        {children}
      </RegistryShell>
    </IdentityGuard>
  );
}

function placesOf(actor: Actor): NavKey[] {
  const ledger = hasRole(actor, ...ledgerReaders);
  const places: [NavKey, boolean][] = [
    ["home", actor.grants.length > 0],
    ["me", actor.employeeId !== null],
    ["wall", actor.grants.length > 0 && settings().wall !== "off"],
    ["awards", ledger],
    ["certificates", ledger],
    ["treatments", readsTreatments(actor)],
    ["documents", ledger],
    ["achievements", ledger],
    ["employees", ledger],
    ["teams", ledger],
    ["studios", ledger],
    ["organizations", ledger || hasRole(actor, "sysadmin")],
    ["titles", ledger],
    ["imports", canReadImports(actor)],
    ["requests", hasRole(actor, "recorder", "checker", "union_admin")],
    ["activations", hasRole(actor, "recorder", "union_admin")],
    ["users", hasRole(actor, "sysadmin", "security_admin")],
    ["signIn", hasRole(actor, "security_admin")],
    ["retention", canSetRetention(actor)],
    ["jobs", canManageJobs(actor)],
    ["audit", hasRole(actor, "auditor")],
  ];
  return places.flatMap(([key, open]) => (open ? [key] : []));
}
