import { useTranslations } from "next-intl";
import { DataTable } from "@/components/lists/data-table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PeriodText } from "@/components/ui/partial-date";
import { TextLink } from "@/components/ui/text-link";
import type { NamedPerson } from "@/lib/employees/queries";
import type { Namespace } from "@/lib/i18n/catalog";

type Member = {
  id: number;
  person: NamedPerson;
  isLeader: boolean;
  validFrom: string | null;
  validTo: string | null;
};
type Props = { title: string; none: string; members: readonly Member[]; namespace: Namespace };

/** People of a team or studio as they stand in the records; those out of the reader's sight are names alone. */
export function MemberTable({ title, none, members, namespace }: Props) {
  const t = useTranslations(namespace);
  if (members.length === 0)
    return (
      <Card title={title}>
        <p className="text-ink-3">{none}</p>
      </Card>
    );
  return (
    <Card title={title} hint={t("presentHint", { count: members.length })} flush>
      <DataTable
        caption={title}
        rows={members}
        rowKey={(member) => member.id}
        columns={[
          {
            key: "person",
            header: t("table.person"),
            width: "md",
            cell: (member) => <Person {...member} t={t} />,
          },
          { key: "unit", header: t("table.unit"), cell: ({ person }) => person.unitName },
          {
            key: "period",
            header: t("table.period"),
            nowrap: true,
            cell: ({ validFrom, validTo }) =>
              validFrom || validTo ? <PeriodText from={validFrom} to={validTo} /> : null,
          },
        ]}
      />
    </Card>
  );
}

function Person({ person, isLeader, t }: Member & { t: (key: string) => string }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {person.visible ? <TextLink href={`/employees/${person.id}`}>{person.name}</TextLink> : person.name}
      {person.workNumber && <span className="text-xs font-normal text-ink-3">{person.workNumber}</span>}
      {isLeader && <Badge tone="accent">{t("member.isLeader")}</Badge>}
    </span>
  );
}
