"use client";

import { createContext, useCallback, useContext } from "react";
import type { Result } from "@/lib/kernel/result";

/** Asks whoever sits there who they are; true once they have shown it. Given by the frame around signed-in pages. */
export const StepUpContext = createContext<(() => Promise<boolean>) | null>(null);

/** Runs an action; where it wants the identity confirmed first, asks for that and runs it again. */
export function useStepUp() {
  const ask = useContext(StepUpContext);
  return useCallback(
    async <T,>(run: () => Promise<Result<T>>): Promise<Result<T>> => {
      const first = await run();
      if (first.ok || first.fault.code !== "unconfirmed" || !ask) return first;
      return (await ask()) ? run() : first;
    },
    [ask],
  );
}
