import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/lists/data-table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { UnitView } from "@/lib/organizations/register/queries";

type Child = UnitView["children"][number];

export function ChildUnits({ units }: { units: readonly Child[] }) {
  const t = useTranslations("organizations");
  if (units.length === 0) return <Card title={t("children")}>{t("noChildren")}</Card>;
  const columns: Column<Child>[] = [
    { key: "name", header: t("fields.name"), width: "lg", cell: (unit) => unit.name },
    { key: "code", header: t("fields.code"), nowrap: true, cell: (unit) => unit.code },
    { key: "kind", header: t("fields.kind"), nowrap: true, cell: (unit) => t(`kind.${unit.kind}`) },
    {
      key: "state",
      header: t("stateFilter"),
      nowrap: true,
      cell: (unit) => (
        <Badge dot tone={unit.validTo ? "neutral" : "success"}>
          {t(unit.validTo ? "state.closed" : "state.open")}
        </Badge>
      ),
    },
  ];
  return (
    <Card title={t("children")} flush>
      <DataTable
        caption={t("children")}
        columns={columns}
        rows={units}
        rowKey={(unit) => unit.id}
        rowHref={(unit) => `/organizations/${unit.id}`}
      />
    </Card>
  );
}
