"use client";

import { Printer } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { formatDay } from "@/lib/i18n/format";
import type { Slips } from "@/lib/users/activations/schema";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";

/** Slips to cut apart: one for each person, none of it kept anywhere. */
export function ActivationSlips({ slips, expiresAt, site }: Slips & { site: string }) {
  const t = useTranslations("users.activations");
  const locale = useLocale();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.focus(), []);
  return (
    <div className="space-y-4">
      <div className="space-y-4 print:hidden">
        <Alert ref={alert} tabIndex={-1} live tone="success" title={t("made", { count: slips.length })}>
          {t("madeText")}
        </Alert>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" icon={Printer} onClick={() => window.print()}>
            {t("print")}
          </Button>
          <Button href="/settings/activations">{t("toList")}</Button>
        </div>
      </div>
      <ul aria-label={t("slips")} className="grid gap-0 sm:grid-cols-2 print:grid-cols-2">
        {slips.map(({ id, name, workNumber, unitName, code }) => (
          <li key={id} className="break-inside-avoid border border-dashed border-line-strong bg-surface p-4">
            <p className="font-serif font-bold">{t("slipTitle")}</p>
            <p className="text-ink-2">{unitName}</p>
            <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3">
              <dt className="text-ink-3">{t("name")}</dt>
              <dd>{name}</dd>
              <dt className="text-ink-3">{t("workNumber")}</dt>
              <dd>{workNumber}</dd>
              <dt className="text-ink-3">{t("code")}</dt>
              <dd className="font-mono text-base font-semibold">{code}</dd>
            </dl>
            <p className="mt-2 text-xs leading-5 text-ink-3">
              {t("slipText", { site, when: formatDay(expiresAt, locale) })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
