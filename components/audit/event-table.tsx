import { ClipboardList } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { AuditRow } from "@/lib/audit/queries";
import { formatInstant } from "@/lib/i18n/format";
import { DataTable, type Column } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { EmptyState } from "../ui/empty-state";
import { EventChanges } from "./event-changes";

type Props = {
  rows: readonly AuditRow[];
  /** For the page proper: it sorts through the URL. */
  list?: { params: ListParams; path: string; sort: string };
};

export function EventTable({ rows, list }: Props) {
  const t = useTranslations("audit");
  const tc = useTranslations("common");
  const locale = useLocale();
  const eventOf = ({ event }: AuditRow) => (t.has(`events.${event}`) ? t(`events.${event}`) : event);
  const recordOf = ({ noun, nounId }: AuditRow) => {
    // Sign-ins have no rows of their own: their number is the user's.
    const name = noun === "auth" ? t("nouns.users") : t.has(`nouns.${noun}`) ? t(`nouns.${noun}`) : noun;
    if (nounId !== null) return t("nounRef", { noun: name, id: nounId });
    return noun === "auth" ? null : t("nounAll", { noun: name });
  };
  const rolesOf = ({ roles }: AuditRow) =>
    roles.map((role) => (t.has(`roles.${role}`) ? t(`roles.${role}`) : role)).join(tc("listSeparator"));
  const columns: Column<AuditRow>[] = [
    {
      key: "at",
      header: t("column.at"),
      cell: (row) => <Instant at={row.at} text={formatInstant(row.at, locale)} />,
      sortKey: list && "at",
      nowrap: true,
      href: false,
    },
    { key: "event", header: t("column.event"), cell: eventOf, nowrap: true },
    { key: "noun", header: t("column.noun"), cell: recordOf, nowrap: true },
    {
      key: "actor",
      header: t("column.actor"),
      cell: (row) => <Who name={row.actorName || t("nobody")} more={[row.username, rolesOf(row)]} />,
      width: "md",
    },
    { key: "address", header: t("column.address"), cell: (row) => row.address, nowrap: true },
    {
      key: "changes",
      header: t("column.changes"),
      cell: (row) => (
        <EventChanges
          event={row}
          label={t("showFor", { event: eventOf(row), time: formatInstant(row.at, locale) })}
        />
      ),
      width: "xl",
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState icon={ClipboardList} title={t("none")} text={t("noneText")} />}
      {...list}
    />
  );
}

/** To the minute on the screen; the exact instant is what hovering and copying tell. */
function Instant({ at, text }: { at: Date; text: string }) {
  return (
    <time dateTime={at.toISOString()} title={at.toISOString()}>
      {text}
    </time>
  );
}

function Who({ name, more }: { name: string; more: (string | null)[] }) {
  const rest = more.filter(Boolean).join(" · ");
  return (
    <>
      {name}
      {rest && <span className="block text-xs text-ink-3">{rest}</span>}
    </>
  );
}
