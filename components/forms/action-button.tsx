"use client";

import { unstable_rethrow as rethrow, useRouter } from "next/navigation";
import { useRef, useTransition, type ReactNode } from "react";
import type { Result } from "@/lib/kernel/result";
import { Button } from "../ui/button";
import { toast } from "../ui/toaster";
import { fillHref } from "./fill-href";
import type { FormAction } from "./action-form";
import { useStepUp } from "./step-up";
import { useFaultSentence } from "./use-fault-text";

type Props<T> = {
  action: FormAction<T>;
  input: unknown;
  children: ReactNode;
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md" | "lg";
  disabled?: boolean;
  doneMessage?: string;
  doneHref?: string;
};

/** One action at a press, where nothing has to be asked. A refusal is told in a toast and changes nothing. */
export function ActionButton<T>({
  action,
  input,
  children,
  variant,
  size,
  disabled,
  doneMessage,
  doneHref,
}: Props<T>) {
  const router = useRouter();
  const busy = useRef(false);
  const [pending, start] = useTransition();
  const sentence = useFaultSentence();
  const confirmed = useStepUp();

  function press() {
    if (busy.current) return;
    busy.current = true;
    start(async () => {
      try {
        const result: Result<T> = await confirmed(() => action(input));
        if (!result.ok) return void toast.error(sentence(result.fault));
        if (doneMessage) toast.success(doneMessage);
        if (doneHref) router.push(fillHref(doneHref, result.value));
        else router.refresh();
      } catch (error) {
        rethrow(error);
        toast.error(sentence({ code: "unavailable" }));
      } finally {
        busy.current = false;
      }
    });
  }

  return (
    <Button variant={variant} size={size} disabled={disabled} pending={pending} onClick={press}>
      {children}
    </Button>
  );
}
