import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RevocationView } from "@/lib/awards/revocations/queries";
import { nameIn } from "@/lib/honors/rules";
import { formatDay } from "@/lib/i18n/format";
import { formatPartialDate, type PartialDate } from "@/lib/kernel/partial-date";
import { inLanguage, titleIn } from "../named";
import { targetIn } from "./target";

/** 荣誉撤销审批表: the case on one sheet of A4, with room for opinions and seals. */
export function ApprovalForm({ revocation }: { revocation: RevocationView }) {
  const t = useTranslations("revocations");
  const locale = useLocale();
  const separator = useTranslations("common")("listSeparator");
  const { award, annulment, evidence, steps } = revocation;
  const date = (value: PartialDate | null) =>
    value && formatPartialDate(value, locale === "en" ? "en" : "zh-CN");
  const names = (bodies: readonly { name: string; nameEn: string | null }[]) =>
    bodies.map((body) => nameIn(locale, body)).join(separator);
  const paper = ({ number, title }: { number: string | null; title: string }) =>
    [number, title].filter(Boolean).join(" ");
  const taken = (to: string) => {
    const step = steps.findLast((one) => one.to === to && one.from !== "annulling");
    return step && `${step.by} ${formatDay(step.at, locale)}`;
  };
  const title = [titleIn(locale, award), award.prizeLevel && inLanguage(locale, award.prizeLevel)];
  const recipients = award.recipients.map(({ name, unitName }) =>
    unitName ? `${name}（${unitName}）` : name,
  );
  const count = evidence && evidence.revocation.length + evidence.annulment.length;
  return (
    <article className="mx-auto max-w-3xl bg-surface p-6 text-ink print:max-w-none print:p-0">
      <h1 className="mb-4 text-center font-serif text-xl font-bold">
        {t(annulment ? "print.annulTitle" : "print.title")}
      </h1>
      <p className="mb-1 flex flex-wrap justify-between gap-4 text-sm">
        <span>{t("print.filled")}</span>
        <span>{t("print.date")}</span>
        <span>{t("print.number", { id: revocation.id })}</span>
      </p>
      <table className="w-full table-fixed border-collapse border border-ink text-sm">
        <colgroup>
          <col className="w-28" />
          <col />
          <col className="w-28" />
          <col />
        </colgroup>
        <tbody>
          <Row cells={[[t("fields.title"), title.filter(Boolean).join(" · ")]]} />
          <Row cells={[[t("fields.recipients"), recipients.join(separator)]]} />
          <Row
            cells={[
              [t("fields.ledgerNumber"), award.ledgerNumber],
              [t("fields.awardDate"), date(award.awardDate)],
            ]}
          />
          <Row
            cells={[
              [t("fields.grantingBodies"), names(award.grantingBodies)],
              [t("fields.grantedBy"), award.documentNumbers.join(separator)],
            ]}
          />
          <Row
            cells={[
              [t("fields.target"), targetIn((key, values) => t(key, values), revocation.target)],
              [t("fields.cause"), t(`cause.${revocation.cause}`)],
            ]}
          />
          <Row cells={[[t("fields.explanation"), revocation.explanation]]} tall />
          <Row
            cells={[
              [t("fields.applicant"), revocation.applicant],
              [t("fields.evidence"), count !== null && t("print.evidenceCount", { count })],
            ]}
          />
          <Row cells={[[t("fields.document"), paper(revocation.document)]]} />
          <Row
            cells={[
              [t("fields.issuers"), names(revocation.document.issuers)],
              [t("fields.effectiveOn"), date(revocation.effectiveOn)],
            ]}
          />
          <Row
            cells={[
              [
                t("fields.recall"),
                [t(`recall.${revocation.recall}`), revocation.recallNote].filter(Boolean).join(" · "),
              ],
              [t("fields.treatmentStoppedFrom"), date(revocation.treatmentStoppedFrom)],
            ]}
          />
          {annulment && (
            <>
              <Row cells={[[t("fields.annulmentDocument"), paper(annulment.document)]]} />
              <Row
                cells={[
                  [t("fields.annulledOn"), date(annulment.annulledOn)],
                  [t("fields.annulmentReason"), annulment.reason],
                ]}
              />
            </>
          )}
          {(["opinionUnit", "opinionDiscipline", "opinionUnion", "opinionGranter"] as const).map(
            (opinion) => (
              <Row
                key={opinion}
                cells={[
                  [
                    t(`print.${opinion}`),
                    <span key="sign" className="block pt-14 text-right">
                      {t("print.sign")}
                    </span>,
                  ],
                ]}
              />
            ),
          )}
          <Row
            cells={[
              [t("print.recordedBy"), taken("recorded")],
              [t("print.confirmedBy"), taken("confirmed")],
            ]}
          />
        </tbody>
      </table>
    </article>
  );
}

function Row({ cells, tall }: { cells: [string, ReactNode][]; tall?: boolean }) {
  return (
    <tr>
      {cells.map(([term, value]) => (
        <Cells key={term} term={term} value={value} span={cells.length === 1 ? 3 : 1} tall={tall} />
      ))}
    </tr>
  );
}

function Cells({
  term,
  value,
  span,
  tall,
}: {
  term: string;
  value: ReactNode;
  span: number;
  tall?: boolean;
}) {
  return (
    <>
      <th scope="row" className="border border-ink px-2 py-1.5 text-center font-medium">
        {term}
      </th>
      <td
        colSpan={span}
        className={`border border-ink px-2 py-1.5 break-words whitespace-pre-line ${tall ? "h-28 align-top" : ""}`}
      >
        {value}
      </td>
    </>
  );
}
