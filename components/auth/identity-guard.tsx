"use client";

import { useCallback, useState, type ReactNode } from "react";
import { confirmIdentity } from "@/lib/auth/actions";
import { ActionForm } from "../forms/action-form";
import { StepUpContext } from "../forms/step-up";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

type Words = Record<"title" | "text" | "proof" | "submit" | "cancel", string>;

/** Sensitive actions below it ask here for the password or a one-time code, and go on once it was right. */
export function IdentityGuard({ words, children }: { words: Words; children: ReactNode }) {
  const [settle, setSettle] = useState<((confirmed: boolean) => void) | null>(null);
  const ask = useCallback(() => new Promise<boolean>((resolve) => setSettle(() => resolve)), []);
  const end = (confirmed: boolean) => {
    settle?.(confirmed);
    setSettle(null);
  };
  return (
    <StepUpContext value={ask}>
      {children}
      <Dialog
        open={settle !== null}
        onOpenChange={(open) => !open && end(false)}
        title={words.title}
        description={words.text}
        size="sm"
      >
        <ActionForm action={confirmIdentity} onDone={() => end(true)} label={words.title}>
          <TextField
            name="proof"
            type="password"
            label={words.proof}
            autoComplete="current-password"
            required
            autoFocus
          />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => end(false)}>{words.cancel}</Button>
            <SubmitButton>{words.submit}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </StepUpContext>
  );
}
