import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AwardForm } from "@/components/awards/award-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getAwardForm } from "@/lib/awards/drafts/queries";
import { getTitleForAward } from "@/lib/honors/queries";
import { parseId } from "@/lib/kernel/ids";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("awards"))("editTitle") };
}

export default async function EditAwardPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, t] = await Promise.all([requireActor(), params, getTranslations("awards")]);
  const award = await getAwardForm(actor, parseId(id) ?? 0);
  if (!award) notFound();
  const rules = await getTitleForAward(actor, award.titleId.id);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("ledger"), href: "/awards" },
          { label: award.titleId.label, href: `/awards/${award.id}` },
          { label: t("editTitle") },
        ]}
        title={t("editTitle")}
      />
      <ClientMessages namespaces={["awards", "documents"]}>
        <AwardForm award={award} rules={rules} />
      </ClientMessages>
    </>
  );
}
