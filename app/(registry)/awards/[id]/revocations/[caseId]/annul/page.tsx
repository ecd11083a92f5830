import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { titleIn } from "@/components/awards/named";
import { AnnulmentForm } from "@/components/awards/revocations/annulment-form";
import { RevocationFacts } from "@/components/awards/revocations/revocation-facts";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getRevocation } from "@/lib/awards/revocations/queries";
import { getDefaultRecordingUnit } from "@/lib/documents/search/queries";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string; caseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revocations.annul"))("title") };
}

/** 撤销决定的撤销 */
export default async function AnnulmentPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id, caseId }, t, locale] = await Promise.all([
    params,
    getTranslations("revocations"),
    getLocale(),
  ]);
  const revocation = await getRevocation(actor, parseId(id) ?? 0, parseId(caseId) ?? 0);
  if (!revocation?.can.annul) notFound();
  const unit = await getDefaultRecordingUnit(actor);
  const { award } = revocation;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: titleIn(locale, award), href: `/awards/${award.id}` },
          { label: t("title"), href: `/awards/${award.id}/revocations/${revocation.id}` },
          { label: t("annul.title") },
        ]}
        title={t("annul.title")}
        meta={t("annul.meta")}
      />
      <div className="space-y-4">
        <RevocationFacts revocation={revocation} />
        <ClientMessages namespaces={["revocations", "documents"]}>
          <AnnulmentForm
            id={revocation.id}
            version={revocation.version}
            awardId={award.id}
            unit={unit && { id: unit.id, label: unit.name }}
          />
        </ClientMessages>
      </div>
    </>
  );
}
