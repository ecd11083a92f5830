import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { TitleForm } from "@/components/honors/title-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { canEditCatalog } from "@/lib/honors/policy";
import { listProgrammeNames } from "@/lib/honors/programmes/queries";
import { listValues } from "@/lib/honors/queries";
import { nameIn } from "@/lib/honors/rules";
import { getTitle } from "@/lib/honors/titles/queries";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("honors"))("editTitle") };
}

export default async function EditTitlePage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, t, locale] = await Promise.all([params, getTranslations("honors"), getLocale()]);
  const title = canEditCatalog(actor) ? await getTitle(actor, parseId(id) ?? 0) : null;
  if (!title) notFound();
  const [values, programmes] = await Promise.all([listValues(), listProgrammeNames(actor)]);
  const before = title.family.find((one) => one.id === title.predecessorId);
  const crumbs = [
    { label: t("title"), href: "/honors" },
    { label: nameIn(locale, title), href: `/honors/${title.id}` },
    { label: t("editTitle") },
  ];
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader title={t("editTitle")} breadcrumbs={crumbs} />
      <TitleForm
        values={values}
        programmes={programmes}
        title={title}
        predecessor={before && { id: before.id, label: nameIn(locale, before) }}
      />
    </ClientMessages>
  );
}
