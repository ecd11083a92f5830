import { Pencil } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { BodyFacts } from "@/components/honors/body-facts";
import { CatalogHistory } from "@/components/honors/catalog-history";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { getBody } from "@/lib/honors/bodies/queries";
import { canEditCatalog } from "@/lib/honors/policy";
import { nameIn } from "@/lib/honors/rules";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("honors.bodies"))("title") };
}

export default async function BodyPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, locale, t, tc] = await Promise.all([
    params,
    getLocale(),
    getTranslations("honors.bodies"),
    getTranslations("common"),
  ]);
  const body = await getBody(actor, parseId(id) ?? 0);
  if (!body) notFound();
  const entries = await getHistory("granting_bodies", body.id);
  const edit = canEditCatalog(actor) && (
    <Button href={`/honors/bodies/${body.id}/edit`} icon={Pencil}>
      {tc("edit")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={nameIn(locale, body)}
        actions={edit}
        breadcrumbs={[{ label: t("title"), href: "/honors/bodies" }, { label: nameIn(locale, body) }]}
      />
      <DetailLayout aside={<CatalogHistory entries={entries} />}>
        <BodyFacts body={body} />
      </DetailLayout>
    </>
  );
}
