import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { BodyForm } from "@/components/honors/body-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getBody } from "@/lib/honors/bodies/queries";
import { canEditCatalog } from "@/lib/honors/policy";
import { nameIn } from "@/lib/honors/rules";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("honors.bodies"))("edit") };
}

export default async function EditBodyPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, locale, t] = await Promise.all([params, getLocale(), getTranslations("honors.bodies")]);
  const body = canEditCatalog(actor) ? await getBody(actor, parseId(id) ?? 0) : null;
  if (!body) notFound();
  const crumbs = [
    { label: t("title"), href: "/honors/bodies" },
    { label: nameIn(locale, body), href: `/honors/bodies/${body.id}` },
    { label: t("edit") },
  ];
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader title={t("edit")} breadcrumbs={crumbs} />
      <BodyForm body={body} />
    </ClientMessages>
  );
}
