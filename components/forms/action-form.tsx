"use client";

import { unstable_rethrow as rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
  useTransition,
  type ReactNode,
  type SubmitEvent,
} from "react";
import type { Fault, Result } from "@/lib/kernel/result";
import { cn } from "../ui/cn";
import { toast } from "../ui/toaster";
import { FaultSummary } from "./fault-summary";
import { fillHref } from "./fill-href";
import { FormContext, type Registered } from "./form-context";
import { readForm, type FormInput } from "./read-form";
import { useStepUp } from "./step-up";
import { compareStale, type StaleField, type StaleRow } from "./stale-compare";
import { StaleNotice } from "./stale-notice";

export type FormAction<T> = (input: unknown) => Promise<Result<T>>;

type Props<T> = {
  action: FormAction<T>;
  children: ReactNode;
  onDone?: (value: T) => void;
  /** Where to go after success; "{id}" is filled from the value. Without it the page is refreshed. */
  doneHref?: string;
  doneMessage?: string;
  resetOnDone?: boolean;
  /** Fields compared when someone else has saved meanwhile. */
  stale?: readonly StaleField[];
  label?: string;
  className?: string;
};

type Refusal = { fault: Fault; fields: ReadonlyMap<string, Registered>; rows: StaleRow[]; turn: number };

/**
 * Sends its fields as one object to a server action. A refusal leaves everything as it was typed, says on top what is
 * wrong with a link to each field, and moves the focus there. One submission at a time.
 */
export function ActionForm<T>({
  action,
  children,
  onDone,
  doneHref,
  doneMessage,
  resetOnDone,
  stale = [],
  label,
  className,
}: Props<T>) {
  const id = useId();
  const t = useTranslations("common");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const fields = useRef(new Map<string, Registered>());
  const confirmed = useStepUp();
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [touched, setTouched] = useState<readonly string[]>([]);

  const register = useCallback((name: string, field: Registered) => {
    fields.current.set(name, field);
    return () => void (fields.current.get(name) === field && fields.current.delete(name));
  }, []);
  const touch = useCallback(
    (name: string) => setTouched((before) => (before.includes(name) ? before : [...before, name])),
    [],
  );

  const faults = useMemo(() => {
    const open = Object.entries(refusal?.fault.fields ?? {}).filter(
      ([path]) => !touched.some((name) => path === name || path.startsWith(`${name}.`)),
    );
    return Object.fromEntries(open);
  }, [refusal, touched]);
  const context = useMemo(
    () => ({ id, pending, faults, register, touch }),
    [id, pending, faults, register, touch],
  );

  function refuse(fault: Fault, sent: FormInput) {
    const now = new Map(fields.current);
    const rows =
      fault.code === "stale" && form.current
        ? compareStale(form.current, now, stale, fault.current, sent)
        : [];
    setTouched([]);
    setRefusal((before) => ({ fault, fields: now, rows, turn: (before?.turn ?? 0) + 1 }));
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    if (busy.current) return;
    const sent = readForm(new FormData(event.currentTarget, event.nativeEvent.submitter));
    const waiting = [...fields.current]
      .filter(([, field]) => field.busy)
      .map(([name]) => [name, ["stillUploading"]]);
    if (waiting.length > 0) return refuse({ code: "invalid", fields: Object.fromEntries(waiting) }, sent);
    busy.current = true;
    start(async () => {
      try {
        const result = await confirmed(() => action(sent));
        if (!result.ok) return refuse(result.fault, sent);
        setRefusal(null);
        if (doneMessage) toast.success(doneMessage);
        if (resetOnDone) form.current?.reset();
        onDone?.(result.value);
        if (doneHref) router.push(fillHref(doneHref, result.value));
        else router.refresh();
      } catch (error) {
        rethrow(error);
        refuse({ code: "unavailable" }, sent);
      } finally {
        busy.current = false;
      }
    });
  }

  return (
    <FormContext value={context}>
      <form
        ref={form}
        method="post"
        noValidate
        aria-label={label}
        aria-busy={pending || undefined}
        onSubmit={submit}
        onChange={(event) => touch((event.target as unknown as HTMLInputElement).name.replace(/\[\]$/, ""))}
        className={cn("space-y-4", className)}
      >
        <p role="status" className="sr-only">
          {pending ? t("saving") : ""}
        </p>
        {refusal?.fault.code === "stale" ? (
          <StaleNotice
            key={refusal.turn}
            form={form}
            fields={refusal.fields}
            rows={refusal.rows}
            current={refusal.fault.current}
          />
        ) : refusal ? (
          <FaultSummary key={refusal.turn} fault={refusal.fault} fields={refusal.fields} />
        ) : null}
        {children}
      </form>
    </FormContext>
  );
}
