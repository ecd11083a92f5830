"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { Locale } from "@/lib/i18n/catalog";

type Catalog = Record<string, unknown>;

const files: Record<Locale, () => Promise<{ default: Catalog }>> = {
  "zh-CN": () => import("@/lib/i18n/zh-CN/faults.json"),
  en: () => import("@/lib/i18n/en/faults.json"),
};
const loaded = new Map<Locale, Catalog>();
const loading = new Map<Locale, Promise<void>>();
const readers = new Set<() => void>();

/**
 * What can be wrong with a field, in words: 23 kB that pages without a form are spared. A form fetches them as it appears, long
 * before they are wanted; null until they are there.
 */
export function useFaultCatalog(locale: Locale): Catalog | null {
  useEffect(() => load(locale), [locale]);
  return useSyncExternalStore(
    subscribe,
    () => loaded.get(locale) ?? null,
    () => null,
  );
}

function load(locale: Locale) {
  if (loading.has(locale)) return;
  const words = files[locale]().then(
    (file) => {
      loaded.set(locale, file.default);
      for (const tell of readers) tell();
    },
    // The next form asks again; until then a fault is told by what its code says.
    () => void loading.delete(locale),
  );
  loading.set(locale, words);
}

function subscribe(tell: () => void) {
  readers.add(tell);
  return () => void readers.delete(tell);
}
