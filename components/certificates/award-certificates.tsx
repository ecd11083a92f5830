import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import type { AwardCertificates as Certificates } from "@/lib/certificates/queries";
import { Card } from "../ui/card";
import { CertificateList } from "./certificate-list";
import { RegisterButton } from "./register-button";

type Props = { awardId: number; certificates: Certificates; today: string };

/** The section of an award's page: what was given into people's hands. */
export function AwardCertificates({ awardId, certificates: { rows, targets }, today }: Props) {
  const t = useTranslations("certificates");
  if (rows.length === 0 && targets === null) return null;
  return (
    <Card
      title={t("section")}
      hint={rows.length > 0 && t("count", { count: rows.length })}
      actions={targets && <RegisterButton awardId={awardId} formKey={randomUUID()} targets={targets} />}
      flush={rows.length > 0}
    >
      {rows.length > 0 ? (
        <CertificateList rows={rows} label={t("section")} today={today} />
      ) : (
        <p className="text-ink-3">{t("none")}</p>
      )}
    </Card>
  );
}
