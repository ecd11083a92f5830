import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { titleIn } from "@/components/awards/named";
import { CaseActions } from "@/components/awards/revocations/case-actions";
import { EvidenceCard } from "@/components/awards/revocations/evidence-card";
import { RevocationFacts } from "@/components/awards/revocations/revocation-facts";
import { RevocationHistory } from "@/components/awards/revocations/revocation-history";
import { RevocationStateBadge } from "@/components/awards/revocations/revocation-state-badge";
import { RevocationSteps } from "@/components/awards/revocations/revocation-steps";
import { RevokedAwardCard } from "@/components/awards/revocations/revoked-award";
import { targetIn } from "@/components/awards/revocations/target";
import { CaseCertificates } from "@/components/certificates/case-certificates";
import { ClientMessages } from "@/components/shell/client-messages";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { TreatmentsOfCase } from "@/components/treatments/treatments-of-case";
import { Alert } from "@/components/ui/alert";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { getRevocation } from "@/lib/awards/revocations/queries";
import { isWaiting } from "@/lib/awards/revocations/rules";
import { zonedDay } from "@/lib/awards/rules";
import { listCertificatesOfCase } from "@/lib/certificates/queries";
import { parseId } from "@/lib/kernel/ids";
import { listTreatmentsOfCase } from "@/lib/treatments/queries";

type Props = { params: Promise<{ id: string; caseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revocations"))("one") };
}

export default async function RevocationPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id, caseId }, t, locale] = await Promise.all([
    params,
    getTranslations("revocations"),
    getLocale(),
  ]);
  const revocation = await getRevocation(actor, parseId(id) ?? 0, parseId(caseId) ?? 0);
  if (!revocation) notFound();
  const { award, target, state, evidence } = revocation;
  const [history, certificates, treatments] = await Promise.all([
    evidence && getHistory("award_revocations", revocation.id),
    listCertificatesOfCase(actor, revocation.id),
    listTreatmentsOfCase(actor, revocation.id, zonedDay(new Date())),
  ]);
  const title = titleIn(locale, award);
  const wait = state === "annulling" ? "annulling" : "waiting";
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: title, href: `/awards/${award.id}` }, { label: t("title") }]}
        title={t("detail.ofWhom", { title, target: targetIn((key, values) => t(key, values), target) })}
        badge={<RevocationStateBadge state={state} />}
        meta={[award.ledgerNumber, award.recordingUnitName].filter(Boolean).join(" · ")}
        actions={
          <ClientMessages namespaces={["revocations"]}>
            <CaseActions
              revocation={revocation}
              awardId={award.id}
              name={target.kind === "award" ? null : target.name}
            />
          </ClientMessages>
        }
      />
      <DetailLayout
        aside={
          <>
            <RevocationSteps steps={revocation.steps} />
            {history && <RevocationHistory entries={history} />}
          </>
        }
      >
        {isWaiting(state) && (
          <Alert tone="warning" title={t(`detail.${wait}`)}>
            {t(`detail.${wait}Text`)}
          </Alert>
        )}
        <RevocationFacts revocation={revocation} />
        <EvidenceCard evidence={evidence} base={`/awards/${award.id}/revocations/${revocation.id}`} />
        <ClientMessages namespaces={["certificates"]}>
          <CaseCertificates rows={certificates} today={zonedDay(new Date())} />
        </ClientMessages>
        {treatments && <TreatmentsOfCase treatments={treatments} />}
        <RevokedAwardCard award={award} />
      </DetailLayout>
    </>
  );
}
