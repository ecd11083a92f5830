import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AwardForm } from "@/components/awards/award-form";
import { one, type ListParams } from "@/components/lists/href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { canRecord } from "@/lib/awards/policy";
import { getRecipientStart } from "@/lib/awards/recipients/queries";
import { getDocument } from "@/lib/documents/queries";
import { getDefaultRecordingUnit } from "@/lib/documents/search/queries";
import { itemOf } from "@/lib/documents/rules";
import { getTitleForAward } from "@/lib/honors/queries";
import { nameIn } from "@/lib/honors/rules";
import { parseId } from "@/lib/kernel/ids";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("awards"))("newTitle") };
}

/** Another page may give a start: ?document=, ?title=, ?employee=. What the actor does not see is simply left out. */
export default async function NewAwardPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t, locale] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("awards"),
    getLocale(),
  ]);
  if (!canRecord(actor)) notFound();
  const given = (name: string) => parseId(one(params, name)) ?? 0;
  const [unit, document, title, start] = await Promise.all([
    getDefaultRecordingUnit(actor),
    getDocument(actor, given("document")),
    getTitleForAward(actor, given("title")),
    getRecipientStart(actor, given("employee")),
  ]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("ledger"), href: "/awards" }, { label: t("new") }]}
        title={t("newTitle")}
      />
      <ClientMessages namespaces={["awards", "documents"]}>
        <AwardForm
          rules={title}
          start={{
            ...start,
            documents: document ? [itemOf(locale, document)] : [],
            title: title ? { id: title.id, label: nameIn(locale, title) } : undefined,
            unit: unit && { id: unit.id, label: unit.name },
          }}
        />
      </ClientMessages>
    </>
  );
}
