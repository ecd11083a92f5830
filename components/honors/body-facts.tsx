import { useTranslations } from "next-intl";
import type { BodyView } from "@/lib/honors/bodies/queries";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { RefList } from "./ref-list";

export function BodyFacts({ body }: { body: BodyView }) {
  const t = useTranslations("honors");
  const facts = [
    { term: t("nameZh"), value: body.name },
    { term: t("nameEn"), value: body.nameEn },
    { term: t("bodies.code"), value: body.code },
    { term: t("bodies.kind"), value: t(`bodyKind.${body.kind}`) },
    { term: t("bodies.rank"), value: String(body.rank) },
    {
      term: t("bodies.successor"),
      value: body.successor && <RefList refs={[body.successor]} path="/honors/bodies" />,
    },
    {
      term: t("bodies.predecessors"),
      value: body.predecessors.length > 0 && <RefList refs={body.predecessors} path="/honors/bodies" />,
      span: "full" as const,
    },
    {
      term: t("bodies.programmes"),
      value: body.programmes.length > 0 && <RefList refs={body.programmes} path="/honors/programmes" />,
      span: "full" as const,
    },
  ];
  return (
    <Card title={t("facts")}>
      <DescriptionList items={facts} />
    </Card>
  );
}
