"use client";

import { confirmIdentity } from "@/lib/auth/actions";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

export type IdentityWords = Record<"title" | "text" | "proof" | "submit" | "cancel", string>;

/** Comes when it is asked for (see IdentityGuard). */
export default function IdentityDialog({
  words,
  onEnd,
}: {
  words: IdentityWords;
  onEnd: (confirmed: boolean) => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onEnd(false)}
      title={words.title}
      description={words.text}
      size="sm"
    >
      <ActionForm action={confirmIdentity} onDone={() => onEnd(true)} label={words.title}>
        <TextField
          name="proof"
          type="password"
          label={words.proof}
          autoComplete="current-password"
          required
          autoFocus
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onEnd(false)}>{words.cancel}</Button>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
