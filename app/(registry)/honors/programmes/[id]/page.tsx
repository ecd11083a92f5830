import { Pencil } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ProgrammeFacts } from "@/components/honors/programme-facts";
import { CatalogHistory } from "@/components/honors/catalog-history";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { getProgramme } from "@/lib/honors/programmes/queries";
import { canEditCatalog } from "@/lib/honors/policy";
import { nameIn } from "@/lib/honors/rules";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("honors.programmes"))("title") };
}

export default async function ProgrammePage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, locale, t, tc] = await Promise.all([
    params,
    getLocale(),
    getTranslations("honors.programmes"),
    getTranslations("common"),
  ]);
  const programme = await getProgramme(actor, parseId(id) ?? 0);
  if (!programme) notFound();
  const entries = await getHistory("programmes", programme.id);
  const edit = canEditCatalog(actor) && (
    <Button href={`/honors/programmes/${programme.id}/edit`} icon={Pencil}>
      {tc("edit")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={nameIn(locale, programme)}
        actions={edit}
        breadcrumbs={[
          { label: t("title"), href: "/honors/programmes" },
          { label: nameIn(locale, programme) },
        ]}
      />
      <DetailLayout aside={<CatalogHistory entries={entries} />}>
        <ProgrammeFacts programme={programme} />
      </DetailLayout>
    </>
  );
}
