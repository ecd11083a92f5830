import { useTranslations } from "next-intl";
import { DataTable } from "@/components/lists/data-table";
import { Card } from "@/components/ui/card";
import { PartialDateText } from "@/components/ui/partial-date";
import type { Property } from "@/lib/achievements/queries";

/** Patents, software copyrights and the like. */
export function PropertyTable({ properties }: { properties: readonly Property[] }) {
  const t = useTranslations("achievements");
  if (properties.length === 0)
    return (
      <Card title={t("properties")}>
        <p className="text-ink-3">{t("propertiesNone")}</p>
      </Card>
    );
  return (
    <Card title={t("properties")} flush>
      <DataTable
        caption={t("properties")}
        rows={properties}
        rowKey={({ id }) => id}
        columns={[
          { key: "number", header: t("property.number"), nowrap: true, cell: (one) => one.number },
          { key: "type", header: t("property.type"), cell: (one) => one.type },
          { key: "owner", header: t("property.owner"), cell: (one) => one.owner },
          {
            key: "grantedOn",
            header: t("property.grantedOn"),
            nowrap: true,
            cell: (one) => one.grantedOn && <PartialDateText value={one.grantedOn} />,
          },
          { key: "status", header: t("property.status"), nowrap: true, cell: (one) => one.status },
        ]}
      />
    </Card>
  );
}
