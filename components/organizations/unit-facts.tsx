import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PartialDateText } from "@/components/ui/partial-date";
import { TextLink } from "@/components/ui/text-link";
import type { UnitView } from "@/lib/organizations/register/queries";

/** What a unit is, with the units before and after it. */
export function UnitFacts({ unit }: { unit: UnitView }) {
  const t = useTranslations("organizations");
  const tc = useTranslations("common");
  const predecessors = unit.predecessors.map((one, index) => (
    <Fragment key={one.id}>
      {index > 0 && tc("listSeparator")}
      <UnitLink unit={one} />
    </Fragment>
  ));
  return (
    <Card title={t("facts")}>
      <DescriptionList
        items={[
          { term: t("fields.shortName"), value: unit.shortName },
          { term: t("fields.code"), value: unit.code },
          { term: t("fields.kind"), value: t(`kind.${unit.kind}`) },
          { term: t("fields.tree"), value: t(`tree.${unit.tree}`) },
          ...(unit.tree === "company" ? [{ term: t("fields.creditCode"), value: unit.creditCode }] : []),
          {
            term: t("fields.validFrom"),
            value: unit.validFrom && <PartialDateText value={unit.validFrom} />,
          },
          ...(unit.validTo
            ? [{ term: t("fields.validTo"), value: <PartialDateText value={unit.validTo} /> }]
            : []),
          ...(unit.successor
            ? [{ term: t("fields.successor"), value: <UnitLink unit={unit.successor} /> }]
            : []),
          ...(predecessors.length > 0 ? [{ term: t("predecessors"), value: predecessors }] : []),
        ]}
      />
    </Card>
  );
}

function UnitLink({ unit }: { unit: { id: number; name: string; visible: boolean } }) {
  return unit.visible ? <TextLink href={`/organizations/${unit.id}`}>{unit.name}</TextLink> : unit.name;
}
