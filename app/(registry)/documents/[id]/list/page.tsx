import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ListEditor } from "@/components/awards/lists/list-editor";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listEntered, listTitleChoices, nextListKey } from "@/lib/awards/lists/queries";
import { canRecord } from "@/lib/awards/policy";
import { awardFilterValues } from "@/lib/awards/queries";
import { getDocument } from "@/lib/documents/queries";
import { getDefaultRecordingUnit } from "@/lib/documents/search/queries";
import { canCreateEmployees } from "@/lib/employees/policy";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("awards-lists"))("title") };
}

/** One document, many rows. */
export default async function DocumentListPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, t, td] = await Promise.all([
    params,
    getTranslations("awards-lists"),
    getTranslations("documents"),
  ]);
  const document = canRecord(actor) ? await getDocument(actor, parseId(id) ?? 0) : null;
  if (!document) notFound();
  const [unit, titles, entered, listKey, values] = await Promise.all([
    getDefaultRecordingUnit(actor),
    listTitleChoices(),
    listEntered(actor, document.id),
    nextListKey(actor, document.id),
    awardFilterValues(),
  ]);
  const name = document.number ?? document.title;
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={[document.number, document.title].filter(Boolean).join(" ")}
        breadcrumbs={[
          { label: td("title"), href: "/documents" },
          { label: name, href: `/documents/${document.id}` },
          { label: t("title") },
        ]}
      />
      <ClientMessages namespaces={["awards-lists", "awards", "employees"]}>
        <ListEditor
          document={{
            ...{ id: document.id, name, title: document.title },
            date: document.signedOn ?? document.publishedOn,
          }}
          {...{ titles, entered, listKey, levels: values.levels, prizes: values.prizeLevels }}
          userId={actor.userId}
          unit={unit && { id: unit.id, label: unit.name }}
          mayCreate={canCreateEmployees(actor)}
        />
      </ClientMessages>
    </>
  );
}
