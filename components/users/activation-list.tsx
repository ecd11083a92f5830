import { Ban, Ticket } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import type { Page } from "@/lib/kernel/page";
import { cancelActivation } from "@/lib/users/activations/actions";
import type { ActivationRow } from "@/lib/users/activations/queries";
import { type ActivationFilter, activationStates } from "@/lib/users/activations/schema";
import { ActionDialog } from "../forms/action-dialog";
import type { Column } from "../lists/columns";
import { DataTable } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { ListLayout } from "../lists/list-layout";
import { Pager } from "../lists/pager";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";

const path = "/settings/activations";
const tones = { open: "info", used: "success", expired: "neutral", cancelled: "neutral" } as const;

type Props = { list: Page<ActivationRow>; filter: ActivationFilter; params: ListParams };

/** Slips that were handed out, and what became of them. */
export function ActivationList({ list, filter, params }: Props) {
  const t = useTranslations("users.activations");
  const tc = useTranslations("common");
  const locale = useLocale();
  const columns: Column<ActivationRow>[] = [
    { key: "name", header: t("name"), cell: (row) => row.name, sticky: true, width: "sm" },
    { key: "workNumber", header: t("workNumber"), cell: (row) => row.workNumber, width: "sm" },
    { key: "unit", header: t("unit"), cell: (row) => row.unitName, width: "lg" },
    {
      key: "state",
      header: t("state"),
      cell: (row) => <Badge tone={tones[row.state]}>{t(`states.${row.state}`)}</Badge>,
      nowrap: true,
    },
    { key: "issuedBy", header: t("issuedBy"), cell: (row) => row.issuedBy },
    {
      key: "issuedAt",
      header: t("issuedAt"),
      cell: (row) => formatInstant(row.issuedAt, locale),
      sortKey: "issuedAt",
      nowrap: true,
    },
    {
      key: "until",
      header: t("until"),
      cell: (row) => formatInstant(row.usedAt ?? row.expiresAt, locale),
      nowrap: true,
    },
    {
      key: "cancel",
      header: <span className="sr-only">{t("cancel")}</span>,
      label: t("cancel"),
      cell: (row) => row.state === "open" && <Cancel row={row} />,
      href: false,
    },
  ];
  return (
    <ListLayout>
      <QueryBar path={path} params={params} keep={["sort", "size"]}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} />
        </QueryField>
        <QueryField label={t("state")}>
          <QuerySelect
            name="state"
            defaultValue={filter.state ?? ""}
            placeholder={tc("all")}
            options={activationStates.map((value) => ({ value, label: t(`states.${value}`) }))}
          />
        </QueryField>
      </QueryBar>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        params={params}
        path={path}
        sort={filter.direction === "desc" ? "-issuedAt" : "issuedAt"}
        empty={<EmptyState icon={Ticket} title={t("none")} text={t("noneText")} />}
      />
      <Pager total={list.total} page={list.page} size={list.size} params={params} path={path} />
    </ListLayout>
  );
}

function Cancel({ row }: { row: ActivationRow }) {
  const t = useTranslations("users.activations");
  return (
    <ActionDialog
      trigger={<IconButton icon={Ban} label={t("cancelOf", { name: row.name })} />}
      title={t("cancel")}
      text={t("cancelText", { name: row.name })}
      action={cancelActivation}
      input={{ id: row.id }}
      confirmLabel={t("cancel")}
      danger
      doneMessage={t("cancelled")}
    />
  );
}
