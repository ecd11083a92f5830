import { useTranslations } from "next-intl";
import type { CertificateView } from "@/lib/certificates/queries";
import { Card } from "../ui/card";
import { CertificateList } from "./certificate-list";

/** What a case of revocation calls back, and what has come back of it. */
export function CaseCertificates({ rows, today }: { rows: readonly CertificateView[]; today: string }) {
  const t = useTranslations("certificates");
  return (
    <Card
      title={t("concerned")}
      hint={rows.length > 0 && t("count", { count: rows.length })}
      flush={rows.length > 0}
    >
      {rows.length > 0 ? (
        <CertificateList rows={rows} label={t("concerned")} today={today} />
      ) : (
        <p className="text-ink-3">{t("concernedNone")}</p>
      )}
    </Card>
  );
}
