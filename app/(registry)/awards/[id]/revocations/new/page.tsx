import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { titleIn } from "@/components/awards/named";
import { RevocationForm } from "@/components/awards/revocations/revocation-form";
import { RevokedAwardCard } from "@/components/awards/revocations/revoked-award";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getRevocationStart } from "@/lib/awards/cases/queries";
import { getDefaultRecordingUnit } from "@/lib/documents/search/queries";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revocations"))("new") };
}

export default async function NewRevocationPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, t, ta, locale] = await Promise.all([
    params,
    getTranslations("revocations"),
    getTranslations("awards"),
    getLocale(),
  ]);
  const start = await getRevocationStart(actor, parseId(id) ?? 0);
  if (!start) notFound();
  const unit = await getDefaultRecordingUnit(actor);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: ta("ledger"), href: "/awards" },
          { label: titleIn(locale, start.award), href: `/awards/${start.award.id}` },
          { label: t("new") },
        ]}
        title={t("new")}
        meta={t("newMeta")}
      />
      <div className="space-y-4">
        <RevokedAwardCard award={start.award} />
        <ClientMessages namespaces={["revocations", "documents"]}>
          <RevocationForm
            start={start}
            formKey={randomUUID()}
            unit={unit && { id: unit.id, label: unit.name }}
          />
        </ClientMessages>
      </div>
    </>
  );
}
