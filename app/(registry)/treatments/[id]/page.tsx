import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { inLanguage } from "@/components/awards/named";
import { ClientMessages } from "@/components/shell/client-messages";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { TreatmentActions } from "@/components/treatments/treatment-actions";
import { TreatmentFacts } from "@/components/treatments/treatment-facts";
import { TreatmentHistory } from "@/components/treatments/treatment-history";
import { TreatmentState } from "@/components/treatments/treatment-state";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { zonedDay } from "@/lib/awards/rules";
import { parseId } from "@/lib/kernel/ids";
import { getTreatment, listTreatmentKinds } from "@/lib/treatments/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("treatments"))("one") };
}

export default async function TreatmentPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, t, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("treatments"),
    getLocale(),
  ]);
  const found = await getTreatment(actor, parseId(id) ?? 0, zonedDay(new Date()));
  if (!found) notFound();
  const { treatment, people } = found;
  const [entries, kinds] = await Promise.all([getHistory("treatments", treatment.id), listTreatmentKinds()]);
  const title = t("view", { name: treatment.person.name, kind: inLanguage(locale, treatment.kind) });
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("listTitle"), href: "/treatments" }, { label: title }]}
        title={title}
        badge={<TreatmentState treatment={treatment} />}
        meta={treatment.person.unitName ?? undefined}
        actions={
          treatment.canChange && (
            <ClientMessages namespaces={["treatments"]}>
              <TreatmentActions
                treatment={treatment}
                people={people}
                kinds={kinds.map((kind) => ({ code: kind.code, label: inLanguage(locale, kind) }))}
              />
            </ClientMessages>
          )
        }
      />
      <DetailLayout aside={<TreatmentHistory entries={entries} />}>
        <TreatmentFacts treatment={treatment} />
      </DetailLayout>
    </>
  );
}
