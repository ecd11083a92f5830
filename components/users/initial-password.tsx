"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import type { NewAccount } from "@/lib/users/schema";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { toast } from "../ui/toaster";

export function InitialPassword({ account, title }: { account: NewAccount; title: string }) {
  const t = useTranslations("users");
  const id = useId();
  const alert = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => alert.current?.focus(), []);

  async function copy() {
    field.current?.select();
    // Browsers give the clipboard to https alone; the text is selected in any case.
    await navigator.clipboard?.writeText(account.initialPassword);
    if (navigator.clipboard) toast.success(t("initial.copied"));
  }

  return (
    <div className="space-y-3">
      <Alert ref={alert} tabIndex={-1} live tone="success" title={title}>
        {t("initial.text")}
      </Alert>
      <dl>
        <dt className="text-ink-3">{t("username")}</dt>
        <dd className="font-medium">{account.username}</dd>
      </dl>
      <div>
        <label htmlFor={id} className="text-ink-3">
          {t("initial.label")}
        </label>
        <div className="flex gap-2">
          <input
            ref={field}
            id={id}
            readOnly
            value={account.initialPassword}
            onFocus={(event) => event.target.select()}
            className="h-10 control max-w-64 font-mono text-base"
          />
          <Button icon={Copy} size="lg" onClick={copy}>
            {t("initial.copy")}
          </Button>
        </div>
      </div>
    </div>
  );
}
