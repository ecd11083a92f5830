import { Pencil, Replace } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { FamilyList } from "@/components/honors/family-list";
import { TitleFacts } from "@/components/honors/title-facts";
import { TitleHistory } from "@/components/honors/title-history";
import { ImportOrigin } from "@/components/exchange/imports/import-origin";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { countAwardsByTitle } from "@/lib/awards/queries";
import { canEditCatalog } from "@/lib/honors/policy";
import { listValues } from "@/lib/honors/queries";
import { nameIn } from "@/lib/honors/rules";
import { getTitle } from "@/lib/honors/titles/queries";
import { importOf } from "@/lib/exchange/imports/queries";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props) {
  const [actor, { id }, locale, t] = await Promise.all([
    requireActor(),
    params,
    getLocale(),
    getTranslations("honors"),
  ]);
  const title = await getTitle(actor, parseId(id) ?? 0);
  return { title: title ? nameIn(locale, title) : t("title") };
}

export default async function TitlePage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, locale, t, tc] = await Promise.all([
    params,
    getLocale(),
    getTranslations("honors"),
    getTranslations("common"),
  ]);
  const title = await getTitle(actor, parseId(id) ?? 0);
  if (!title) notFound();
  const [awards, entries, origin, values] = await Promise.all([
    countAwardsByTitle(actor, title.id),
    getHistory("honor_titles", title.id),
    importOf(actor, "titles", title.id),
    listValues(),
  ]);
  const actions = canEditCatalog(actor) && (
    <>
      <Button href={`/honors/new?predecessor=${title.id}`} icon={Replace}>
        {t("successorOf")}
      </Button>
      <Button href={`/honors/${title.id}/edit`} icon={Pencil}>
        {tc("edit")}
      </Button>
    </>
  );
  const badge = (
    <Badge tone={title.inForce ? "success" : "neutral"}>{t(title.inForce ? "force.yes" : "force.no")}</Badge>
  );
  return (
    <>
      <PageHeader
        title={nameIn(locale, title)}
        badge={badge}
        actions={actions}
        breadcrumbs={[{ label: t("title"), href: "/honors" }, { label: nameIn(locale, title) }]}
      />
      <DetailLayout
        aside={
          <>
            <FamilyList title={title} />
            <ImportOrigin origin={origin} />
            <TitleHistory entries={entries} values={values} />
          </>
        }
      >
        <TitleFacts title={title} awards={awards} />
      </DetailLayout>
    </>
  );
}
