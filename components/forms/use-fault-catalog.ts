"use client";

import { useSyncExternalStore } from "react";
import type { Locale } from "@/lib/i18n/catalog";
import { useLoaded } from "../ui/use-loaded";

type Catalog = Record<string, unknown>;

const loaded: Partial<Record<Locale, Catalog>> = {};
const readers = new Set<() => void>();
const loaders: Record<Locale, () => Promise<void>> = {
  "zh-CN": async () => keep("zh-CN", (await import("@/lib/i18n/zh-CN/faults.json")).default),
  en: async () => keep("en", (await import("@/lib/i18n/en/faults.json")).default),
};

/**
 * What can be wrong with a field, in words: 23 kB that pages are spared on which nobody fills in anything. They come as soon as
 * somebody does, long before they are wanted; null until then.
 */
export function useFaultCatalog(locale: Locale): Catalog | null {
  useLoaded(loaders[locale]);
  return useSyncExternalStore(
    subscribe,
    () => loaded[locale] ?? null,
    () => null,
  );
}

function keep(locale: Locale, catalog: Catalog) {
  loaded[locale] ??= catalog;
  for (const tell of readers) tell();
}

function subscribe(tell: () => void) {
  readers.add(tell);
  return () => void readers.delete(tell);
}
