import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AwardActions } from "@/components/awards/award-actions";
import { AwardDocuments } from "@/components/awards/award-documents";
import { AwardHistory } from "@/components/awards/award-history";
import { AwardFacts } from "@/components/awards/award-facts";
import { AwardNotices } from "@/components/awards/award-notices";
import { AwardStateBadge } from "@/components/awards/award-state-badge";
import { inLanguage } from "@/components/awards/named";
import { RecipientTable } from "@/components/awards/recipient-table";
import { ReviewBar } from "@/components/awards/review-bar";
import { RevocationNotes } from "@/components/awards/revocations/revocation-notes";
import { StateHistory } from "@/components/awards/state-history";
import { AwardCertificates } from "@/components/certificates/award-certificates";
import { ClientMessages } from "@/components/shell/client-messages";
import { ImportOrigin } from "@/components/exchange/imports/import-origin";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { TreatmentsOfAward } from "@/components/treatments/treatments-of-award";
import { Badge } from "@/components/ui/badge";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { getAward } from "@/lib/awards/record/queries";
import { zonedDay } from "@/lib/awards/rules";
import { neighboursToCheck } from "@/lib/awards/review/queries";
import { listRevocationsOfAward } from "@/lib/awards/strikes/queries";
import { listCertificatesOfAward } from "@/lib/certificates/queries";
import { importOf } from "@/lib/exchange/imports/queries";
import { parseId } from "@/lib/kernel/ids";
import { listTreatmentKinds, listTreatmentsOfAward } from "@/lib/treatments/queries";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("awards"))("one") };
}

export default async function AwardPage({ params }: Props) {
  const [actor, { id }, t, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("awards"),
    getLocale(),
  ]);
  const award = await getAward(actor, parseId(id) ?? 0);
  if (!award) notFound();
  const [history, origin, revocations, tr, waiting, certificates, treatments, kinds] = await Promise.all([
    getHistory("awards", award.id),
    importOf(actor, "awards", award.id),
    listRevocationsOfAward(actor, award.id),
    getTranslations("revocations.note"),
    award.state === "submitted" ? neighboursToCheck(actor, award.id) : null,
    listCertificatesOfAward(actor, award.id),
    listTreatmentsOfAward(actor, award.id, zonedDay(new Date())),
    listTreatmentKinds(),
  ]);
  const title = locale === "en" && award.title.nameEn ? award.title.nameEn : award.title.name;
  const prize = award.prizeLevel && inLanguage(locale, award.prizeLevel);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("ledger"), href: "/awards" },
          { label: award.ledgerNumber ?? t("detail.noNumber") },
        ]}
        title={prize ? `${title} · ${prize}` : title}
        badge={
          <>
            <AwardStateBadge state={award.state} />
            {award.demonstration && <Badge>{t("detail.demonstration")}</Badge>}
          </>
        }
        meta={[award.ledgerNumber, award.recordingUnit.name].filter(Boolean).join(" · ")}
        actions={
          <ClientMessages namespaces={["awards"]}>
            <AwardActions
              id={award.id}
              version={award.version}
              can={award.can}
              validTo={award.validTo}
              next={waiting?.next}
            />
          </ClientMessages>
        }
      />
      <DetailLayout
        aside={
          <>
            <StateHistory changes={award.stateChanges} />
            <ImportOrigin origin={origin} />
            <AwardHistory entries={history} />
          </>
        }
      >
        {waiting && <ReviewBar {...waiting} />}
        <AwardNotices award={award} />
        <RevocationNotes notes={revocations} title={tr("title")} />
        <RecipientTable recipients={award.recipients} />
        <AwardFacts award={award} />
        <ClientMessages namespaces={["certificates"]}>
          <AwardCertificates awardId={award.id} certificates={certificates} today={zonedDay(new Date())} />
        </ClientMessages>
        {treatments && (
          <ClientMessages namespaces={["treatments"]}>
            <TreatmentsOfAward
              awardId={award.id}
              treatments={treatments}
              kinds={kinds}
              formKey={randomUUID()}
            />
          </ClientMessages>
        )}
        <AwardDocuments documents={award.documents} />
      </DetailLayout>
    </>
  );
}
