import { useLocale, useTranslations } from "next-intl";
import type { ImportView } from "@/lib/exchange/imports/queries";
import { formatInstant } from "@/lib/i18n/format";
import { Card } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";

/** Where the rows came from, how they were read, and who took which step. */
export function ImportFacts({ view }: { view: ImportView }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const step = (name: string | null, at: Date | null) =>
    at && t("facts.who", { name: name ?? "", time: formatInstant(at, locale) });
  const { state, source, unknownDocuments } = view.options;
  const options = [
    state && ([t("options.state"), t(`options.states.${state}`)] as const),
    source && ([t("options.source"), t(`options.sources.${source}`)] as const),
    unknownDocuments && ([t("options.unknownDocuments"), t(`options.unknown.${unknownDocuments}`)] as const),
  ].flatMap((pair) => (pair ? [{ term: pair[0], value: pair[1] }] : []));
  return (
    <Card title={t("facts.title")}>
      <DescriptionList
        columns={3}
        items={[
          { term: t("facts.number"), value: view.id },
          { term: t("facts.kind"), value: t(`kind.${view.kind}`) },
          { term: t("facts.unit"), value: view.unitName },
          { term: t("facts.by"), value: step(view.createdBy, view.createdAt) },
          { term: t("facts.sheet"), value: view.sheet },
          { term: t("facts.headerRow"), value: view.headerRow },
          { term: t("facts.total"), value: view.total?.toLocaleString(locale) },
          ...(view.mapping ? [{ term: t("facts.mode"), value: t(`options.modes.${view.mode}`) }] : []),
          ...(view.mapping && view.kind === "awards" ? options : []),
          { term: t("facts.applied"), value: step(view.appliedBy, view.appliedAt) },
          { term: t("facts.undone"), value: step(view.undoneBy, view.undoneAt) },
          { term: t("facts.cancelled"), value: step(view.cancelledBy, view.cancelledAt) },
        ].filter(({ value }) => value !== null && value !== undefined)}
      />
    </Card>
  );
}
