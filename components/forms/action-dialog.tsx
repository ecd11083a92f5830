"use client";

import { lazy, useState, type ComponentType, type ReactNode } from "react";
import { Dialog } from "../ui/dialog";
import { useLoaded } from "../ui/use-loaded";
import type { DecisionProps } from "./action-dialog-form";

type Props<T> = DecisionProps<T> & { trigger: ReactNode; text?: ReactNode; size?: "sm" | "md" | "lg" };

const load = () => import("./action-dialog-form");
const ActionDialogForm = lazy(load);

/** A decision with its reason: confirm, return, void. Refusals show inside the window, which stays open with what was typed. */
export function ActionDialog<T>({ trigger, text, size = "sm", ...decision }: Props<T>) {
  useLoaded(load);
  const [open, setOpen] = useState(false);
  // A lazy component forgets that it was generic.
  const Form = ActionDialogForm as unknown as ComponentType<DecisionProps<T> & { onClose: () => void }>;
  return (
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      title={decision.title}
      description={text}
      size={size}
    >
      <Form {...decision} onClose={() => setOpen(false)} />
    </Dialog>
  );
}
