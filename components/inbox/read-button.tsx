"use client";

import { markRead } from "@/lib/inbox/actions";
import { ActionButton } from "../forms/action-button";

/** Marks a message as read, or all of them where none is named. `label` says in full which. */
export function ReadButton({ id, text, label }: { id?: number; text: string; label: string }) {
  return (
    <ActionButton action={markRead} input={{ id: id ?? null }} variant="ghost" size="sm">
      <span aria-hidden>{text}</span>
      <span className="sr-only">{label}</span>
    </ActionButton>
  );
}
