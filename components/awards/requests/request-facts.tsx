import { useLocale, useTranslations } from "next-intl";
import type { AwardRef, RequestView } from "@/lib/awards/requests/queries";
import { formatInstant } from "@/lib/i18n/format";
import { FileList } from "../../files/file-list";
import { Card } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";
import { PartialDateText } from "../../ui/partial-date";
import { TextLink } from "../../ui/text-link";
import { titleIn } from "../named";

/** What the person asks for, with the proof, and the answer once there is one. */
export function RequestFacts({ request }: { request: RequestView }) {
  const t = useTranslations("requests");
  const locale = useLocale();
  const { kind, award, result } = request;
  const declared = [
    { term: t("fields.grantedByText"), value: request.grantedByText },
    {
      term: t("fields.awardDate"),
      value: request.awardDate && <PartialDateText value={request.awardDate} />,
    },
  ];
  return (
    <>
      <Card title={t("detail.request")}>
        <DescriptionList
          items={[
            { term: t("fields.titleName"), value: titleIn(locale, request), span: "full" },
            ...(kind === "declaration" ? declared : []),
            ...(award ? [{ term: t("fields.award"), value: <AwardLink award={award} /> }] : []),
            { term: t("fields.createdAt"), value: formatInstant(request.createdAt, locale) },
            { term: t("fields.explanation"), value: request.explanation, span: "full" },
            {
              term: t("fields.files"),
              value: request.files.length > 0 && (
                <FileList files={request.files} hrefBase={`/awards/requests/${request.id}/files`} />
              ),
              span: "full",
            },
          ]}
        />
      </Card>
      {request.answer && (
        <Card title={t("fields.answer")}>
          <DescriptionList
            items={[
              { term: t("fields.answer"), value: request.answer, span: "full" },
              { term: t("fields.answeredBy"), value: request.answeredBy },
              {
                term: t("fields.answeredAt"),
                value: request.answeredAt && formatInstant(request.answeredAt, locale),
              },
              ...(result
                ? [
                    {
                      term: t("fields.resultAward"),
                      value: <AwardLink award={result} />,
                      span: "full" as const,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      )}
    </>
  );
}

function AwardLink({ award }: { award: AwardRef }) {
  const locale = useLocale();
  return (
    <TextLink href={`/awards/${award.id}`}>
      {[award.ledgerNumber, titleIn(locale, award)].filter(Boolean).join(" ")}
    </TextLink>
  );
}
