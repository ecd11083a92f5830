import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ProgrammeForm } from "@/components/honors/programme-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { canEditCatalog } from "@/lib/honors/policy";

export async function generateMetadata() {
  return { title: (await getTranslations("honors.programmes"))("new") };
}

export default async function NewProgrammePage() {
  const actor = await requireActor();
  if (!canEditCatalog(actor)) notFound();
  const t = await getTranslations("honors.programmes");
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/honors/programmes" }, { label: t("new") }]}
      />
      <ProgrammeForm />
    </ClientMessages>
  );
}
