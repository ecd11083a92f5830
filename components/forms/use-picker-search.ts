"use client";

import { useEffect, useRef, useState } from "react";

export type PickerItem = { id: number; label: string; hint?: string };
export type PickerSearch = {
  status: "idle" | "searching" | "found" | "failed";
  items: readonly PickerItem[];
  query: string;
};

/** Asks as one types, a moment after the last key. A new question drops the answer to the one before. */
export function usePickerSearch(
  url: string,
  query: string,
  open: boolean,
  params: Record<string, string> = {},
): PickerSearch {
  const [search, setSearch] = useState<PickerSearch>({ status: "idle", items: [], query: "" });
  const first = useRef(true);
  const extra = new URLSearchParams(params).toString();

  useEffect(() => {
    if (!open) {
      first.current = true;
      return;
    }
    const abort = new AbortController();
    async function ask() {
      setSearch((before) => ({ ...before, status: "searching" }));
      try {
        const address = new URL(url, location.origin);
        for (const [key, value] of new URLSearchParams(extra)) address.searchParams.set(key, value);
        address.searchParams.set("q", query.trim());
        address.searchParams.set("limit", "20");
        const answer = await fetch(address, {
          signal: abort.signal,
          headers: { accept: "application/json" },
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const { items } = (await answer.json()) as { items: PickerItem[] };
        if (!abort.signal.aborted) setSearch({ status: "found", items, query });
      } catch {
        if (!abort.signal.aborted) setSearch({ status: "failed", items: [], query });
      }
    }
    const wait = setTimeout(() => void ask(), first.current ? 0 : 200);
    first.current = false;
    return () => {
      clearTimeout(wait);
      abort.abort();
    };
  }, [url, extra, query, open]);

  return search;
}
