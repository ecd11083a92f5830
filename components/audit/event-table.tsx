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
  const nounOf = ({ noun }: AuditRow) => (t.has(`nouns.${noun}`) ? t(`nouns.${noun}`) : noun);
  const rolesOf = ({ roles }: AuditRow) =>
    roles.map((role) => (t.has(`roles.${role}`) ? t(`roles.${role}`) : role)).join(tc("listSeparator"));
  const columns: Column<AuditRow>[] = [
    {
      key: "at",
      header: t("column.at"),
      cell: (row) => formatInstant(row.at, locale),
      sortKey: list && "at",
      nowrap: true,
      href: false,
    },
    {
      key: "event",
      header: t("column.event"),
      cell: (row) => t("eventOf", { noun: nounOf(row), event: eventOf(row) }),
      width: "md",
    },
    {
      key: "noun",
      header: t("column.noun"),
      cell: (row) =>
        row.nounId === null
          ? t("nounAll", { noun: nounOf(row) })
          : t("nounRef", { noun: nounOf(row), id: row.nounId }),
      nowrap: true,
    },
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

function Who({ name, more }: { name: string; more: (string | null)[] }) {
  const rest = more.filter(Boolean).join(" · ");
  return (
    <>
      {name}
      {rest && <span className="block text-xs text-ink-3">{rest}</span>}
    </>
  );
}
