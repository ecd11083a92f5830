import { useTranslations } from "next-intl";
import type { DocumentRef, DocumentView } from "@/lib/documents/queries";
import { RefList } from "../honors/ref-list";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { PartialDateText } from "../ui/partial-date";
import { TextLink } from "../ui/text-link";

export function DocumentFacts({ document }: { document: DocumentView }) {
  const t = useTranslations("documents");
  const linked = [
    { term: t("corrects"), refs: document.corrects ? [document.corrects] : [] },
    { term: t("forwards"), refs: document.forwards ? [document.forwards] : [] },
    { term: t("correctedBy"), refs: document.correctedBy },
    { term: t("forwardedBy"), refs: document.forwardedBy },
  ].filter(({ refs }) => refs.length > 0);
  return (
    <Card title={t("facts")}>
      <DescriptionList
        items={[
          { term: t("number"), value: document.number ?? t("noNumber") },
          { term: t("kind"), value: t(`kinds.${document.kind}`) },
          {
            term: t("issuers"),
            value: document.issuers.length > 0 && (
              <RefList refs={document.issuers} path="/honors/bodies" ordered />
            ),
            span: "full",
          },
          { term: t("signedOn"), value: document.signedOn && <PartialDateText value={document.signedOn} /> },
          {
            term: t("publishedOn"),
            value: document.publishedOn && <PartialDateText value={document.publishedOn} />,
          },
          { term: t("recordingUnit"), value: document.recordingUnit.name },
          { term: t("sourceUrl"), value: document.sourceUrl && <SourceLink url={document.sourceUrl} /> },
          ...linked.map(({ term, refs }) => ({
            term,
            value: <DocumentLinks refs={refs} />,
            span: "full" as const,
          })),
          { term: t("remark"), value: document.remark, span: "full" },
        ]}
      />
    </Card>
  );
}

function SourceLink({ url }: { url: string }) {
  return (
    <span className="break-all">
      <TextLink href={url}>{url}</TextLink>
    </span>
  );
}

function DocumentLinks({ refs }: { refs: DocumentRef[] }) {
  return (
    <ul className="space-y-1">
      {refs.map((one) => (
        <li key={one.id}>
          <TextLink href={`/documents/${one.id}`}>{one.number ?? one.title}</TextLink>
          {one.number && <span className="ml-2 text-ink-2">{one.title}</span>}
        </li>
      ))}
    </ul>
  );
}
