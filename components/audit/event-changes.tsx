import { useLocale, useTranslations } from "next-intl";
import type { AuditRow } from "@/lib/audit/queries";
import type { AuditNoun } from "@/lib/audit/events";
import type { Namespace } from "@/lib/i18n/catalog";
import { formatPartialDate, parsePartialDate } from "@/lib/kernel/partial-date";

/** Where the fields of a noun are worded; what is missing there stands in the audit's own catalog. */
const namespaceOf: Record<AuditNoun, Namespace> = {
  auth: "audit",
  users: "users",
  organizations: "organizations",
  employees: "employees",
  granting_bodies: "honors",
  programmes: "honors",
  honor_titles: "honors",
  documents: "documents",
  achievements: "achievements",
  teams: "teams",
  studios: "studios",
  awards: "awards",
  award_requests: "requests",
  award_revocations: "revocations",
  certificates: "certificates",
  treatments: "treatments",
  unresolved_recipients: "awards-lists",
  imports: "imports",
  activations: "users",
  sign_in_policies: "users",
  retention_policies: "retention",
  jobs: "jobs",
  demonstration: "audit",
};

/** What an event changed, before and after beside each other; folded until it is asked for. */
export function EventChanges({ event, label }: { event: AuditRow; label: string }) {
  const t = useTranslations("audit");
  const words = useWords(event.noun);
  const { changes, reason } = event;
  // What is new, or merely happened, has no "before" to compare with.
  const compares = changes.some(({ before }) => before !== null);
  if (changes.length === 0)
    return reason ? <Reason text={reason} /> : <span className="text-ink-3">{t("noChanges")}</span>;
  return (
    <>
      {reason && <Reason text={reason} />}
      <details className="group">
        <summary
          aria-label={t("showOf", { count: changes.length, label })}
          className="w-fit cursor-pointer text-ink-2 hover:text-honor"
        >
          {t("show", { count: changes.length })}
        </summary>
        <table className="mt-1.5 w-full table-fixed border border-line text-xs leading-5">
          <thead className="bg-sunken text-left text-ink-3">
            <tr>
              <th scope="col" className="w-28 px-2 py-1 font-normal">
                {t("field")}
              </th>
              {compares && (
                <th scope="col" className="px-2 py-1 font-normal">
                  {t("before")}
                </th>
              )}
              <th scope="col" className="px-2 py-1 font-normal">
                {t(compares ? "after" : "value")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line/70">
            {changes.map(({ field, before, after }) => (
              <tr key={field} className="align-top">
                <th scope="row" className="px-2 py-1 text-left font-normal break-words text-ink-2">
                  {words.field(field)}
                </th>
                {compares && (
                  <td className="px-2 py-1 break-words whitespace-pre-line text-ink-2">
                    {words.value(field, before)}
                  </td>
                )}
                <td className="px-2 py-1 break-words whitespace-pre-line">{words.value(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Reason({ text }: { text: string }) {
  const t = useTranslations("audit");
  return (
    <p className="break-words whitespace-pre-line">
      <span className="text-ink-3">{t("reason")} </span>
      {text}
    </p>
  );
}

function useWords(noun: AuditNoun) {
  const t = useTranslations("audit");
  const own = useTranslations(namespaceOf[noun]);
  const tc = useTranslations("common");
  const locale = useLocale() === "en" ? "en" : "zh-CN";
  const scalar = (field: string, value: unknown): string => {
    const key = `values.${field}.${String(value)}`;
    if (typeof value === "string" && /^[a-z_]+$/.test(value) && t.has(key)) return t(key);
    if (field === "role" && typeof value === "string" && t.has(`roles.${value}`)) return t(`roles.${value}`);
    if (typeof value === "boolean") return tc(value ? "yes" : "no");
    if (value !== null && typeof value === "object") return JSON.stringify(value);
    const date = typeof value === "string" && value.length > 4 ? parsePartialDate(value) : null;
    return date ? formatPartialDate(date, locale) : String(value);
  };
  return {
    field: (field: string): string =>
      own.has(`fields.${field}`)
        ? own(`fields.${field}`)
        : t.has(`fields.${field}`)
          ? t(`fields.${field}`)
          : field,
    value: (field: string, value: unknown): string => {
      if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return tc("empty");
      return Array.isArray(value)
        ? value.map((one) => scalar(field, one)).join(tc("listSeparator"))
        : scalar(field, value);
    },
  };
}
