import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/lib/i18n/catalog";

/** Hands catalogs to client components. Only those named travel to the browser; common and faults always do. */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly Namespace[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const wanted = new Set<Namespace>(["common", "faults", ...namespaces]);
  const messages = Object.fromEntries(
    [...wanted].map((name) => [name, (all as Record<string, never>)[name] ?? {}]),
  );
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
