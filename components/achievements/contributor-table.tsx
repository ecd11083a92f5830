import { useTranslations } from "next-intl";
import { DataTable } from "@/components/lists/data-table";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Contributor } from "@/lib/achievements/queries";
import { roleAt } from "@/lib/achievements/rules";

/** Contributors in their order; the first is the 第一完成人. */
export function ContributorTable({ contributors }: { contributors: readonly Contributor[] }) {
  const t = useTranslations("achievements");
  if (contributors.length === 0)
    return (
      <Card title={t("contributors")}>
        <p className="text-ink-3">{t("contributorsNone")}</p>
      </Card>
    );
  return (
    <Card title={t("contributors")} hint={t("contributorsHint", { count: contributors.length })} flush>
      <DataTable
        caption={t("contributors")}
        rows={contributors}
        rowKey={({ person }) => person.id}
        columns={[
          {
            key: "role",
            header: t("table.role"),
            nowrap: true,
            cell: (_, index) => roleAt(index + 1, (key, values) => t(key, values)),
          },
          {
            key: "person",
            header: t("table.person"),
            width: "md",
            cell: ({ person }) => (
              <span className="flex flex-wrap items-baseline gap-x-2">
                {person.visible ? (
                  <TextLink href={`/employees/${person.id}`}>{person.name}</TextLink>
                ) : (
                  person.name
                )}
                {person.workNumber && <span className="text-xs text-ink-3">{person.workNumber}</span>}
              </span>
            ),
          },
          { key: "unit", header: t("table.unit"), cell: ({ person }) => person.unitName },
          { key: "share", header: t("table.share"), align: "end", cell: ({ share }) => share && `${share}%` },
          {
            key: "contribution",
            header: t("table.contribution"),
            width: "lg",
            cell: (one) => one.contribution,
          },
        ]}
      />
    </Card>
  );
}
