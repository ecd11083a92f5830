"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, useSyncExternalStore, type SubmitEvent } from "react";
import type { Fault } from "@/lib/kernel/result";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PasswordInput } from "./password-input";
import { requestSignIn } from "./request-sign-in";

/** A whole new page after success: nothing that the browser kept of another person stays. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth.signIn");
  const id = useId();
  const alert = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  // Before scripts run the browser would post the password by itself.
  const ready = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = event.currentTarget;
    const [username, password] = ["username", "password"].map((name) =>
      String(new FormData(form).get(name) ?? ""),
    );
    setPending(true);
    const refused =
      username?.trim() && password ? await requestSignIn(username, password) : ({ code: "invalid" } as const);
    if (!refused) return window.location.assign(next);
    setFault(refused);
    setPending(false);
    requestAnimationFrame(() => alert.current?.focus());
  }

  return (
    <form
      method="post"
      noValidate
      aria-labelledby={`${id}-title`}
      aria-busy={pending || undefined}
      onSubmit={submit}
      className="space-y-4"
    >
      <h1 id={`${id}-title`} className="font-serif text-lg font-bold">
        {t("title")}
      </h1>
      {fault && (
        <Alert
          key={faultKey(fault)}
          ref={alert}
          tabIndex={-1}
          live
          tone={fault.code === "throttled" ? "warning" : "danger"}
          title={t("failedTitle")}
        >
          <p>{t(faultKey(fault), { minutes: Number(fault.detail?.minutes ?? 1) })}</p>
        </Alert>
      )}
      <Field id={`${id}-username`} label={t("username")} required>
        <Input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          className="h-10"
        />
      </Field>
      <Field id={`${id}-password`} label={t("password")} required>
        <PasswordInput name="password" autoComplete="current-password" className="h-10" />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="w-full"
        disabled={!ready}
        pending={pending}
      >
        {t("submit")}
      </Button>
      <p className="text-xs leading-5 text-ink-3">{t("help")}</p>
    </form>
  );
}

function faultKey({ code }: Fault) {
  switch (code) {
    case "invalid":
      return "required";
    case "unauthenticated":
      return "failed";
    case "throttled":
      return "throttled";
    case "forbidden":
      return "expired";
    default:
      return "unavailable";
  }
}

function subscribe() {
  return () => {};
}
