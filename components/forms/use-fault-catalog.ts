"use client";

import { createTranslator, type useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { Locale } from "@/lib/i18n/catalog";
import { useLoaded } from "../ui/use-loaded";

type Words = ReturnType<typeof useTranslations>;

const loaded: Partial<Record<Locale, Words>> = {};
const readers = new Set<() => void>();
const loaders: Record<Locale, () => Promise<void>> = {
  "zh-CN": async () => keep("zh-CN", (await import("@/lib/i18n/zh-CN/faults.json")).default),
  en: async () => keep("en", (await import("@/lib/i18n/en/faults.json")).default),
};

/**
 * What can be wrong with a field, in words: 23 kB that pages are spared on which nobody fills in anything. They come as soon as
 * somebody does, and what shows them is drawn anew. Asked for when something is said, not when the asker was drawn: an answer comes
 * later than the press that it answers.
 */
export function useFaultCatalog(locale: Locale): () => Words | null {
  useLoaded(loaders[locale]);
  const words = () => loaded[locale] ?? null;
  useSyncExternalStore(subscribe, words, () => null);
  return words;
}

function wordsOf(locale: Locale, faults: Record<string, unknown>): Words {
  return createTranslator({ locale, messages: { faults }, namespace: "faults" });
}

function keep(locale: Locale, faults: Record<string, unknown>) {
  loaded[locale] ??= wordsOf(locale, faults);
  for (const tell of readers) tell();
}

function subscribe(tell: () => void) {
  readers.add(tell);
  return () => void readers.delete(tell);
}
