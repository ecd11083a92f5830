import { useLocale, useTranslations } from "next-intl";
import type { DecisionView, RevocationView } from "@/lib/awards/revocations/queries";
import { nameIn } from "@/lib/honors/rules";
import { Card } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";
import { PartialDateText } from "../../ui/partial-date";
import { TextLink } from "../../ui/text-link";
import { targetIn } from "./target";

/** What was decided and why; below it the decision that annuls it, once there is one. */
export function RevocationFacts({ revocation }: { revocation: RevocationView }) {
  const t = useTranslations("revocations");
  const issuers = useIssuers();
  const { annulment } = revocation;
  return (
    <>
      <Card title={t("detail.facts")}>
        <DescriptionList
          items={[
            { term: t("fields.target"), value: targetIn((key, values) => t(key, values), revocation.target) },
            { term: t("fields.cause"), value: t(`cause.${revocation.cause}`) },
            { term: t("fields.explanation"), value: revocation.explanation, span: "full" },
            { term: t("fields.applicant"), value: revocation.applicant, span: "full" },
            {
              term: t("fields.document"),
              value: <Decision document={revocation.document} />,
              span: "full",
            },
            { term: t("fields.issuers"), value: issuers(revocation.document), span: "full" },
            { term: t("fields.effectiveOn"), value: <PartialDateText value={revocation.effectiveOn} /> },
            {
              term: t("fields.treatmentStoppedFrom"),
              value: revocation.treatmentStoppedFrom && (
                <PartialDateText value={revocation.treatmentStoppedFrom} />
              ),
            },
            { term: t("fields.recall"), value: t(`recall.${revocation.recall}`) },
            { term: t("fields.recallNote"), value: revocation.recallNote },
          ]}
        />
      </Card>
      {annulment && (
        <Card title={t("detail.annulment")}>
          <DescriptionList
            items={[
              {
                term: t("fields.annulmentDocument"),
                value: <Decision document={annulment.document} />,
                span: "full",
              },
              { term: t("fields.issuers"), value: issuers(annulment.document), span: "full" },
              { term: t("fields.annulledOn"), value: <PartialDateText value={annulment.annulledOn} /> },
              { term: t("fields.annulmentReason"), value: annulment.reason, span: "full" },
            ]}
          />
        </Card>
      )}
    </>
  );
}

function Decision({ document: { id, number, title, linked } }: { document: DecisionView }) {
  const text = [number, title].filter(Boolean).join(" ");
  return linked ? <TextLink href={`/documents/${id}`}>{text}</TextLink> : text;
}

function useIssuers() {
  const locale = useLocale();
  const separator = useTranslations("common")("listSeparator");
  return ({ issuers }: DecisionView) => issuers.map((body) => nameIn(locale, body)).join(separator);
}
