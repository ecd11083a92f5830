import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages, Namespace } from "@/lib/i18n/catalog";
import { faultMessageKeys } from "@/lib/kernel/result";

/**
 * Hands catalogs to client components. Only those named travel with the page; common always does, and of faults what their codes say:
 * the rest comes to forms by itself (components/forms/use-fault-catalog).
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly Namespace[];
  children: ReactNode;
}) {
  const all = (await getMessages()) as Messages;
  const wanted = new Set<Namespace>(["common", ...namespaces]);
  const messages = Object.fromEntries([...wanted].map((name) => [name, all[name] ?? {}]));
  messages.faults = Object.fromEntries(faultMessageKeys.map((key) => [key, all.faults?.[key]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
