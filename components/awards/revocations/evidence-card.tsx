import { Download, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Evidence, RevocationView } from "@/lib/awards/revocations/queries";
import { formatBytes } from "@/lib/i18n/format";
import { Card } from "../../ui/card";

/** Evidence, for those who may read it; others are told that they may not. */
export function EvidenceCard({ evidence, base }: { evidence: RevocationView["evidence"]; base: string }) {
  const t = useTranslations("revocations.detail");
  if (!evidence)
    return (
      <Card title={t("evidence")}>
        <p className="text-ink-3">{t("evidenceClosed")}</p>
      </Card>
    );
  const parts = [
    { title: t("evidenceRevocation"), files: evidence.revocation },
    { title: t("evidenceAnnulment"), files: evidence.annulment },
  ].filter(({ files }) => files.length > 0);
  return (
    <Card title={t("evidence")} hint={t("evidenceTraced")}>
      {parts.length === 0 && <p className="text-ink-3">{t("noEvidence")}</p>}
      {parts.map(({ title, files }) => (
        <section key={title} aria-label={title}>
          {parts.length > 1 && <h3 className="font-medium">{title}</h3>}
          <ul className="divide-y divide-line/70">
            {files.map((file) => (
              <EvidenceRow key={file.id} file={file} href={`${base}/files/${file.id}`} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

/** A form and not a link: to read evidence leaves a trace, which no address may do by itself. */
function EvidenceRow({ file, href }: { file: Evidence; href: string }) {
  const t = useTranslations("files");
  return (
    <li>
      <form method="post" action={href}>
        <button
          type="submit"
          aria-label={t("download", { name: file.name })}
          className="group flex w-full items-center gap-2.5 py-2 text-left hover:text-honor"
        >
          <FileText aria-hidden className="size-4 shrink-0 text-ink-3" />
          <span className="min-w-0 flex-1 break-words group-hover:underline">{file.name}</span>
          <span className="shrink-0 text-xs text-ink-3 tabular-nums">{formatBytes(file.size)}</span>
          <Download aria-hidden className="size-4 shrink-0 text-ink-3 group-hover:text-honor" />
        </button>
      </form>
    </li>
  );
}
