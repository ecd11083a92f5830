import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatInstant } from "@/lib/i18n/format";
import type { TeamView } from "@/lib/teams/queries";

export function TeamFacts({ team }: { team: TeamView }) {
  const t = useTranslations("teams");
  const tc = useTranslations("common");
  const locale = useLocale();
  const leaders = team.members.filter(({ isLeader }) => isLeader).map(({ person }) => person.name);
  return (
    <Card title={t("facts")}>
      <DescriptionList
        items={[
          { term: t("fields.kind"), value: t(`kind.${team.kind}`) },
          { term: t("fields.unit"), value: team.unit.name },
          { term: t("columns.leaders"), value: leaders.join(tc("listSeparator")) },
          { term: t("updatedAt"), value: formatInstant(team.updatedAt, locale) },
        ]}
      />
    </Card>
  );
}
