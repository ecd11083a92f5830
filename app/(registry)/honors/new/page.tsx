import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { TitleForm } from "@/components/honors/title-form";
import { type ListParams, one } from "@/components/lists/href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { canEditCatalog } from "@/lib/honors/policy";
import { listProgrammeNames } from "@/lib/honors/programmes/queries";
import { listValues } from "@/lib/honors/queries";
import { nameIn } from "@/lib/honors/rules";
import { getTitle } from "@/lib/honors/titles/queries";
import { parseId } from "@/lib/kernel/ids";

export async function generateMetadata() {
  return { title: (await getTranslations("honors"))("newTitle") };
}

/** With ?predecessor=ID the form begins as the successor of that title. */
export default async function NewTitlePage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const actor = await requireActor();
  if (!canEditCatalog(actor)) notFound();
  const [params, t, locale] = await Promise.all([searchParams, getTranslations("honors"), getLocale()]);
  const [values, programmes, before] = await Promise.all([
    listValues(),
    listProgrammeNames(actor),
    getTitle(actor, parseId(one(params, "predecessor")) ?? 0),
  ]);
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader
        title={t("newTitle")}
        meta={before && t("successorHint")}
        breadcrumbs={[{ label: t("title"), href: "/honors" }, { label: t("newTitle") }]}
      />
      <TitleForm
        values={values}
        programmes={programmes}
        title={before ?? undefined}
        succeeds
        predecessor={before && { id: before.id, label: nameIn(locale, before) }}
      />
    </ClientMessages>
  );
}
