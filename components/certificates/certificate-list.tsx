import { randomUUID } from "node:crypto";
import { useLocale, useTranslations } from "next-intl";
import type { CertificateView } from "@/lib/certificates/queries";
import { formatPartialDate, type PartialDate } from "@/lib/kernel/partial-date";
import { targetIn } from "../awards/revocations/target";
import { TextLink } from "../ui/text-link";
import { CertificateActions } from "./certificate-actions";
import { CertificateStateBadge } from "./certificate-state";
import { CopyButton } from "./copy-button";

type Props = { rows: readonly CertificateView[]; label: string; today: string };

/** Certificates one under the other, each with what became of it, its code, and what may be done. */
export function CertificateList({ rows, label, today }: Props) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {rows.map((row) => (
        <CertificateItem key={row.id} row={row} today={today} />
      ))}
    </ul>
  );
}

function CertificateItem({ row, today }: { row: CertificateView; today: string }) {
  const t = useTranslations("certificates");
  const locale = useLocale();
  const day = (date: PartialDate) => formatPartialDate(date, locale === "en" ? "en" : "zh-CN");
  const name = [t(`kind.${row.kind}`), row.number].filter(Boolean).join(" ");
  const given = targetIn((key, values) => t(key, values), row.target);
  const facts = [
    row.holder,
    given !== row.holder && given,
    row.issuedOn && t("issued", { date: day(row.issuedOn) }),
    row.custody && t("keptAt", { place: row.custody }),
    row.replaces && t("replaces", { number: row.replaces.number ?? t("noNumber") }),
    row.replacedBy && t("replacedBy", { number: row.replacedBy.number ?? t("noNumber") }),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72 space-y-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span>
          <CertificateStateBadge state={row.state} toRecall={row.toRecall} />
          {row.stateOn && <span className="text-xs text-ink-3">{day(row.stateOn)}</span>}
        </p>
        <p className="text-ink-2">{facts.join(" · ")}</p>
        {row.toRecall && <p className="text-danger">{t("recallText")}</p>}
        {row.stateNote && <p className="whitespace-pre-line text-ink-2">{row.stateNote}</p>}
        <p className="flex flex-wrap items-center gap-x-1 text-xs text-ink-3">
          <span>{t("fields.code")}</span>
          <TextLink href={`/verify/${row.code}`}>
            <span className="font-mono">{row.code}</span>
          </TextLink>
          <span className="inline-flex">
            <CopyButton code={row.code} />
            <CopyButton code={row.code} address />
          </span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <CertificateActions certificate={row} name={name} formKey={randomUUID()} today={today} />
      </div>
    </li>
  );
}
