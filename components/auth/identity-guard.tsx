"use client";

import { lazy, Suspense, useCallback, useState, type ReactNode } from "react";
import { StepUpContext } from "../forms/step-up";
import { useLoaded } from "../ui/use-loaded";
import type { IdentityWords } from "./identity-dialog";

const load = () => import("./identity-dialog");
const IdentityDialog = lazy(load);

/** Sensitive actions below it ask here for the password or a one-time code, and go on once it was right. */
export function IdentityGuard({ words, children }: { words: IdentityWords; children: ReactNode }) {
  useLoaded(load);
  const [settle, setSettle] = useState<((confirmed: boolean) => void) | null>(null);
  const ask = useCallback(() => new Promise<boolean>((resolve) => setSettle(() => resolve)), []);
  const end = (confirmed: boolean) => {
    settle?.(confirmed);
    setSettle(null);
  };
  return (
    <StepUpContext value={ask}>
      {children}
      {settle && (
        <Suspense>
          <IdentityDialog words={words} onEnd={end} />
        </Suspense>
      )}
    </StepUpContext>
  );
}
