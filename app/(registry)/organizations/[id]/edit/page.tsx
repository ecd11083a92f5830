import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { UnitForm } from "@/components/organizations/unit-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { canReadUnits } from "@/lib/organizations/policy";
import { getUnit } from "@/lib/organizations/register/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("organizations"))("edit") };
}

export default async function EditUnitPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const unit = id === null || !canReadUnits(actor) ? null : await getUnit(actor, id);
  if (!unit?.canWrite || unit.validTo) notFound();
  const t = await getTranslations("organizations");
  return (
    <>
      <PageHeader
        title={unit.name}
        meta={t("edit")}
        breadcrumbs={[
          { label: t("title"), href: `/organizations?tree=${unit.tree}` },
          { label: unit.name, href: `/organizations/${unit.id}` },
          { label: t("editAction") },
        ]}
      />
      <ClientMessages namespaces={["organizations"]}>
        <UnitForm tree={unit.tree} unit={unit} />
      </ClientMessages>
    </>
  );
}
