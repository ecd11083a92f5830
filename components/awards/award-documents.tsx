import { Paperclip } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { AwardView } from "@/lib/awards/record/queries";
import { formatBytes } from "@/lib/i18n/format";
import { formatPartialDate } from "@/lib/kernel/partial-date";
import { Card } from "../ui/card";
import { TextLink } from "../ui/text-link";

export function AwardDocuments({ documents }: { documents: AwardView["documents"] }) {
  const t = useTranslations("awards.detail");
  const locale = useLocale();
  return (
    <Card title={t("documents")}>
      {documents.length === 0 && <p className="text-ink-3">{t("noDocuments")}</p>}
      <ol className="space-y-3">
        {documents.map(({ id, number, title, signedOn, files }) => (
          <li key={id}>
            <p>
              <TextLink href={`/documents/${id}`}>{number ?? title}</TextLink>
              {signedOn && (
                <span className="ml-2 text-xs text-ink-3">
                  {formatPartialDate(signedOn, locale === "en" ? "en" : "zh-CN")}
                </span>
              )}
            </p>
            {number && <p className="text-ink-2">{title}</p>}
            {files.length > 0 && (
              <ul aria-label={t("files")} className="mt-1 space-y-0.5">
                {files.map((file) => (
                  <li key={file.id} className="flex items-center gap-1.5 text-xs">
                    <Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-3" />
                    <a
                      href={`/documents/${id}/files/${file.id}`}
                      className="min-w-0 truncate underline decoration-line-strong underline-offset-3 hover:text-honor"
                    >
                      {file.name}
                    </a>
                    <span className="shrink-0 text-ink-3">{formatBytes(file.size)}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
