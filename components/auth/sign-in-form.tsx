"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, useSyncExternalStore, type SubmitEvent } from "react";
import type { Fault } from "@/lib/kernel/result";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { TextLink } from "../ui/text-link";
import { PasswordInput } from "./password-input";
import { requestSignIn } from "./request-sign-in";

/** A whole new page after success: nothing that the browser kept of another person stays. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth.signIn");
  const id = useId();
  const alert = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
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
    const typed = (name: string) => String(new FormData(form).get(name) ?? "");
    const [username, password, code] = [typed("username"), typed("password"), typed("code")];
    const complete = username.trim() && password && (!asksCode || code.trim());
    setPending(true);
    const refused: Fault | null = complete
      ? await requestSignIn(username, password, code)
      : { code: "invalid" };
    if (!refused) return window.location.assign(next);
    if (refused.detail?.message === "codeRequired") {
      setAsksCode(true);
      setFault(null);
      return setPending(false);
    }
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
          key={faultKey(fault, asksCode)}
          ref={alert}
          tabIndex={-1}
          live
          tone={fault.code === "throttled" ? "warning" : "danger"}
          title={t("failedTitle")}
        >
          <p>{t(faultKey(fault, asksCode), { minutes: Number(fault.detail?.minutes ?? 1) })}</p>
        </Alert>
      )}
      <div hidden={asksCode} className="space-y-4">
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
      </div>
      {asksCode && (
        <Field id={`${id}-code`} label={t("code")} hint={t("codeHint")} required>
          <Input
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            className="h-10 font-mono"
          />
        </Field>
      )}
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
      {asksCode ? (
        <Button variant="ghost" className="w-full" onClick={() => window.location.reload()}>
          {t("otherAccount")}
        </Button>
      ) : (
        <p className="text-xs leading-5 text-ink-3">
          <TextLink href="/sign-in/activate">{t("activate")}</TextLink> {t("help")}
        </p>
      )}
    </form>
  );
}

function faultKey({ code, detail }: Fault, asksCode: boolean) {
  if (detail?.message === "codeWrong") return "codeWrong";
  switch (code) {
    case "invalid":
      return asksCode ? "codeRequired" : "required";
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
