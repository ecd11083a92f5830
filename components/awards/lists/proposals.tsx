"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Named } from "@/lib/awards/queries";
import type { Proposal } from "@/lib/awards/lists/rules";
import { Alert } from "../../ui/alert";
import { Badge } from "../../ui/badge";
import { inLanguage } from "../named";

type Props = {
  groups: readonly Proposal[];
  unread: readonly { line: number; text: string }[];
  prizes: readonly Named[];
};

/** What a text was read as, group by group, and the lines that nothing was made of. */
export function Proposals({ groups, unread, prizes }: Props) {
  const t = useTranslations("awards-lists.text");
  const locale = useLocale();
  if (groups.length === 0 && unread.length === 0) return null;
  return (
    <div className="space-y-3">
      <h3 className="text-sm font-semibold">{t("read")}</h3>
      {groups.map((group, index) => {
        const { heading, title, prizeLevelCode, stated, rows } = group;
        const prize = prizes.find(({ code }) => code === prizeLevelCode);
        return (
          <section key={index} className="rounded-md border border-line">
            <h4 className="flex flex-wrap items-center gap-2 border-b border-line bg-sunken px-3 py-1.5 font-medium">
              {title ? (
                <span>{locale === "en" && title.nameEn ? title.nameEn : title.name}</span>
              ) : (
                <span className="text-warning">{heading || t("noHeading")}</span>
              )}
              {prize && <Badge tone="gold">{inLanguage(locale, prize)}</Badge>}
              {!title && <Badge tone="warning">{t("noTitle")}</Badge>}
              {stated !== null && (
                <Badge tone={stated === rows.length ? "success" : "warning"}>
                  {t("stated", { stated, count: rows.length })}
                </Badge>
              )}
            </h4>
            <ul className="divide-y divide-line">
              {rows.map((row, at) => (
                <li key={at} className="flex flex-wrap gap-x-3 px-3 py-1">
                  <span className="font-medium">{row.name}</span>
                  <span className="text-ink-2">
                    {[row.unit, row.post, row.note].filter(Boolean).join(" · ")}
                  </span>
                  {row.rest && <span className="text-warning">{t("rest", { text: row.rest })}</span>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {unread.length > 0 && (
        <Alert tone="warning" title={t("unread", { count: unread.length })}>
          <ul className="max-h-40 overflow-y-auto text-ink-2">
            {unread.map(({ line, text }) => (
              <li key={line}>{t("line", { line, text })}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
