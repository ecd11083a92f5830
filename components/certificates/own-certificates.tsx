import { useTranslations } from "next-intl";
import type { CertificateView } from "@/lib/certificates/queries";
import { TextLink } from "../ui/text-link";
import { CertificateStateBadge } from "./certificate-state";

/** Certificates of one's own, beside the honor they are of: what each is, what became of it, and where anyone verifies it. */
export function OwnCertificates({ certificates }: { certificates: readonly CertificateView[] }) {
  const t = useTranslations("certificates");
  if (certificates.length === 0) return null;
  return (
    <ul aria-label={t("own")} className="basis-full space-y-1 text-xs">
      {certificates.map(({ id, kind, number, state, toRecall, code }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span>{[t(`kind.${kind}`), number].filter(Boolean).join(" ")}</span>
          <CertificateStateBadge state={state} toRecall={toRecall} />
          <TextLink href={`/verify/${code}`}>{t("openOf", { code })}</TextLink>
        </li>
      ))}
    </ul>
  );
}
