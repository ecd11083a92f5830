import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { FieldChange, HistoryEntry } from "@/lib/audit/queries";
import type { Namespace } from "@/lib/i18n/catalog";
import { formatInstant } from "@/lib/i18n/format";
import { formatPartialDate, parsePartialDate } from "@/lib/kernel/partial-date";

type Props = {
  entries: readonly HistoryEntry[];
  /** The catalog whose `fields.…` words the fields. */
  namespace: Namespace;
  title?: string;
  /** Codes in words; undefined leaves the value to the usual way. */
  say?: (field: string, value: unknown) => ReactNode | undefined;
};

/** Who did what to this record and when, with what each field was before. */
export function History({ entries, namespace, title, say }: Props) {
  const t = useTranslations("audit");
  const tc = useTranslations("common");
  const locale = useLocale();
  return (
    <Card title={title ?? tc("history")}>
      {entries.length === 0 ? (
        <p className="text-ink-3">{t("noHistory")}</p>
      ) : (
        <Timeline
          items={entries.map((entry) => ({
            key: entry.id,
            title: t.has(`events.${entry.event}`) ? t(`events.${entry.event}`) : entry.event,
            when: formatInstant(entry.at, locale),
            meta: entry.actorName,
            body: (entry.changes.length > 0 || entry.reason) && (
              <Changes {...entry} namespace={namespace} say={say} />
            ),
          }))}
        />
      )}
    </Card>
  );
}

function Changes({
  changes,
  reason,
  namespace,
  say,
}: Pick<HistoryEntry, "changes" | "reason"> & Pick<Props, "namespace" | "say">) {
  const t = useTranslations(namespace);
  const tc = useTranslations("common");
  const locale = useLocale() === "en" ? "en" : "zh-CN";
  const words = (field: string, value: unknown): ReactNode => {
    const said = say?.(field, value);
    if (said !== undefined) return said;
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return tc("empty");
    if (typeof value === "boolean") return tc(value ? "yes" : "no");
    if (Array.isArray(value))
      return value
        .map((one) => (typeof one === "object" ? JSON.stringify(one) : String(one)))
        .join(tc("listSeparator"));
    if (typeof value === "object") return JSON.stringify(value);
    const date = typeof value === "string" && value.length > 4 ? parsePartialDate(value) : null;
    return date ? formatPartialDate(date, locale) : String(value);
  };
  return (
    <dl className="space-y-1 text-xs leading-5">
      {changes.map(({ field, before, after }: FieldChange) => (
        <div key={field}>
          <dt className="inline text-ink-3">{t.has(`fields.${field}`) ? t(`fields.${field}`) : field}</dt>
          <dd className="ml-2 inline break-words">
            {before !== null && (
              <>
                <del className="text-ink-3">{words(field, before)}</del> →{" "}
              </>
            )}
            <ins className="no-underline">{words(field, after)}</ins>
          </dd>
        </div>
      ))}
      {reason && (
        <div>
          <dt className="inline text-ink-3">{tc("reason")}</dt>
          <dd className="ml-2 inline break-words whitespace-pre-line">{reason}</dd>
        </div>
      )}
    </dl>
  );
}
