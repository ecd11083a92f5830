import { useTranslations } from "next-intl";
import type { RequestView } from "@/lib/awards/requests/queries";
import { Card } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";
import { TextLink } from "../../ui/text-link";

export function RequestPerson({ employee }: { employee: RequestView["employee"] }) {
  const t = useTranslations("requests");
  return (
    <Card
      title={t("detail.person")}
      actions={<TextLink href={`/employees/${employee.id}`}>{t("detail.openEmployee")}</TextLink>}
    >
      <DescriptionList
        columns={1}
        items={[
          { term: t("fields.employee"), value: employee.name },
          { term: t("fields.workNumber"), value: employee.workNumber },
          { term: t("fields.unit"), value: employee.unitName },
          { term: t("fields.unionUnit"), value: employee.unionUnitName },
          { term: t("fields.post"), value: employee.post },
        ]}
      />
    </Card>
  );
}
