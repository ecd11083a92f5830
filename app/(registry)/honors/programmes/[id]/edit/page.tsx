import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ProgrammeForm } from "@/components/honors/programme-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getProgramme } from "@/lib/honors/programmes/queries";
import { canEditCatalog } from "@/lib/honors/policy";
import { nameIn } from "@/lib/honors/rules";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("honors.programmes"))("edit") };
}

export default async function EditProgrammePage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, locale, t] = await Promise.all([params, getLocale(), getTranslations("honors.programmes")]);
  const programme = canEditCatalog(actor) ? await getProgramme(actor, parseId(id) ?? 0) : null;
  if (!programme) notFound();
  const crumbs = [
    { label: t("title"), href: "/honors/programmes" },
    { label: nameIn(locale, programme), href: `/honors/programmes/${programme.id}` },
    { label: t("edit") },
  ];
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader title={t("edit")} breadcrumbs={crumbs} />
      <ProgrammeForm programme={programme} />
    </ClientMessages>
  );
}
