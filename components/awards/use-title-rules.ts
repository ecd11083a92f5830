"use client";

import { useRef, useState } from "react";
import type { TitleForAward } from "@/lib/honors/queries";

export type TitleRules = Pick<TitleForAward, "id" | "levels" | "prizeLevels" | "subjectKinds">;

/** What the chosen title allows, asked for when another one is chosen; a late answer to an earlier choice is dropped. */
export function useTitleRules(initial: TitleRules | null) {
  const [rules, setRules] = useState(initial);
  const [status, setStatus] = useState<"idle" | "asking" | "failed">("idle");
  const wanted = useRef(initial?.id ?? null);

  async function choose(id: number | null) {
    if (wanted.current === id) return;
    wanted.current = id;
    setRules(null);
    setStatus(id === null ? "idle" : "asking");
    if (id === null) return;
    try {
      const answer = await fetch(`/honors/${id}/award-rules`, { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = (await answer.json()) as TitleRules;
      if (wanted.current !== id) return;
      setRules(found);
      setStatus("idle");
    } catch {
      if (wanted.current !== id) return;
      wanted.current = null;
      setStatus("failed");
    }
  }

  return { rules, status, choose };
}
