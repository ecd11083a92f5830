"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ImportProgress } from "@/lib/exchange/imports/queries";
import { isRunning } from "@/lib/exchange/imports/schema";

/** Waits between attempts to reach the server again, in milliseconds. */
const waits = [500, 2_000, 5_000, 10_000];

/**
 * Follows a batch while the server works at it. The page is read anew when the work is done. A server that is away for a
 * while is asked again; the browser's own reconnecting would give up at its first answer of 503.
 */
export function useProgress(id: number, first: ImportProgress) {
  const router = useRouter();
  const [progress, setProgress] = useState(first);
  const [failures, setFailures] = useState(0);
  const [ended, setEnded] = useState(false);

  useEffect(() => {
    const address = `/exchange/imports/${id}/progress`;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let attempt = 0;

    function again(after: number) {
      source?.close();
      clearTimeout(timer);
      timer = setTimeout(open, after);
    }

    function open() {
      source = new EventSource(address);
      source.onmessage = ({ data }) => {
        const next = JSON.parse(data as string) as ImportProgress;
        attempt = 0;
        setFailures(0);
        setProgress(next);
        const over = !isRunning(next.state);
        setEnded(over);
        if (!over) return;
        router.refresh();
        again(waits[2]!);
      };
      source.onerror = () => {
        again(waits[Math.min(attempt, waits.length - 1)]!);
        attempt += 1;
        setFailures(attempt);
        if (attempt > 1) void look();
      };
    }

    /** An error event has no status: whoever is signed out, or may not see this any more, is told by the page itself. */
    async function look() {
      const abort = new AbortController();
      const answer = await fetch(address, { signal: abort.signal, cache: "no-store" }).catch(() => null);
      abort.abort();
      if (answer && [401, 403, 404].includes(answer.status)) router.refresh();
    }

    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [id, router]);

  return { progress, ended, lost: failures > 1 };
}
