"use client";

import { Copy, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { toast } from "../ui/toaster";

type Props = { codes: readonly string[]; title: string; onDone: () => void };

/** Shown this once, to be printed or written down. */
export function RecoveryCodes({ codes, title, onDone }: Props) {
  const t = useTranslations("auth.recovery");
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.focus(), []);

  async function copy() {
    // Browsers give the clipboard to https alone; the list can be selected in any case.
    await navigator.clipboard?.writeText(codes.join("\n"));
    if (navigator.clipboard) toast.success(t("copied"));
  }

  return (
    <div className="space-y-3">
      <Alert ref={alert} tabIndex={-1} live tone="success" title={title}>
        {t("text")}
      </Alert>
      <ol aria-label={t("title")} className="grid max-w-md grid-cols-2 gap-x-6 gap-y-1 font-mono text-base">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button icon={Copy} onClick={copy}>
          {t("copy")}
        </Button>
        <Button icon={Printer} onClick={() => window.print()}>
          {t("print")}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
