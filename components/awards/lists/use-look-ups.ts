"use client";

import { useEffect, useRef, useState } from "react";
import { lookUpNames } from "@/lib/awards/lists/actions";
import { listMax, type LookUpAnswer, type LookUpAsk } from "@/lib/awards/lists/schema";
import type { Fault } from "@/lib/kernel/result";
import type { Answers } from "./status";

/** Asks for names as they are typed, many at once and each but once. Without an answer nobody is proposed; `retry` asks again. */
export function useLookUps(documentId: number, wanted: ReadonlyMap<string, LookUpAsk>) {
  const [answers, setAnswers] = useState<Answers>(() => new Map());
  const [fault, setFault] = useState<Fault | null>(null);
  const [turn, setTurn] = useState(0);
  const asked = useRef(new Set<string>());

  useEffect(() => {
    if (![...wanted.keys()].some((key) => !asked.current.has(key))) return;
    async function ask() {
      const missing = [...wanted].filter(([key]) => !asked.current.has(key)).slice(0, listMax.names);
      for (const [key] of missing) asked.current.add(key);
      const result = await lookUpNames({ documentId, asks: missing.map(([, one]) => one) }).catch(
        () => ({ ok: false, fault: { code: "unavailable" } }) as const,
      );
      if (result.ok) {
        setFault(null);
        const found = missing.map(([key], index): [string, LookUpAnswer] => [key, result.value[index]!]);
        setAnswers((before) => new Map([...before, ...found]));
        if (wanted.size > asked.current.size) setTurn((before) => before + 1);
      } else {
        for (const [key] of missing) asked.current.delete(key);
        setFault(result.fault);
      }
    }
    const wait = setTimeout(() => void ask(), 250);
    return () => clearTimeout(wait);
  }, [documentId, wanted, turn]);

  return {
    answers,
    fault,
    retry: () => {
      setFault(null);
      setTurn((before) => before + 1);
    },
  };
}
