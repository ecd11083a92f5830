import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { type ListParams, one } from "@/components/lists/href";
import { UnitForm } from "@/components/organizations/unit-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { canCreateRoot, canCreateUnits } from "@/lib/organizations/policy";
import { getUnit } from "@/lib/organizations/register/queries";
import { readUnitFilter } from "@/lib/organizations/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("organizations"))("new") };
}

export default async function NewUnitPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const params = await searchParams;
  const actor = await requireActor();
  const t = await getTranslations("organizations");
  const parentId = parseId(one(params, "parent"));
  const parent = parentId === null ? null : await getUnit(actor, parentId);
  const tree = parent?.tree ?? readUnitFilter(params).tree;
  if (!canCreateUnits(actor, tree)) notFound();
  return (
    <>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: `/organizations?tree=${tree}` }, { label: t("new") }]}
      />
      <ClientMessages namespaces={["organizations"]}>
        <UnitForm
          tree={tree}
          parent={parent && { id: parent.id, name: parent.name }}
          mayBeRoot={canCreateRoot(actor)}
        />
      </ClientMessages>
    </>
  );
}
