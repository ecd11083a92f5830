import { Pencil, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AwardTable } from "@/components/awards/award-table";
import { DocumentFacts } from "@/components/documents/document-facts";
import { DocumentHistory } from "@/components/documents/document-history";
import { FileList } from "@/components/files/file-list";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { canRecord } from "@/lib/awards/policy";
import { listAwardsOfDocument } from "@/lib/awards/queries";
import { getDocument } from "@/lib/documents/queries";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props) {
  const [actor, { id }, t] = await Promise.all([requireActor(), params, getTranslations("documents")]);
  const document = await getDocument(actor, parseId(id) ?? 0);
  return { title: document?.number ?? document?.title ?? t("title") };
}

export default async function DocumentPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, t, tc] = await Promise.all([
    params,
    getTranslations("documents"),
    getTranslations("common"),
  ]);
  const document = await getDocument(actor, parseId(id) ?? 0);
  if (!document) notFound();
  const [awards, entries] = await Promise.all([
    listAwardsOfDocument(actor, document.id),
    getHistory("documents", document.id),
  ]);
  const record = canRecord(actor) && (
    <Button href={`/awards/new?document=${document.id}`} icon={Plus}>
      {t("recordAward")}
    </Button>
  );
  const edit = document.canEdit && (
    <Button href={`/documents/${document.id}/edit`} icon={Pencil}>
      {tc("edit")}
    </Button>
  );
  const files = (
    <Card title={t("files")}>
      <FileList files={document.files} hrefBase={`/documents/${document.id}/files`} />
    </Card>
  );
  return (
    <>
      <PageHeader
        title={document.title}
        badge={<Badge>{t(`kinds.${document.kind}`)}</Badge>}
        meta={document.number}
        actions={
          <>
            {record}
            {edit}
          </>
        }
        breadcrumbs={[
          { label: t("title"), href: "/documents" },
          { label: document.number ?? document.title },
        ]}
      />
      <DetailLayout
        aside={
          <>
            {files}
            <DocumentHistory entries={entries} />
          </>
        }
      >
        <DocumentFacts document={document} />
        <section className="space-y-2">
          <h2 className="text-sm font-semibold">{t("awardsOf")}</h2>
          <AwardTable
            rows={awards}
            caption={t("awardsOf")}
            empty={<p className="p-4 text-ink-3">{t("noAwards")}</p>}
          />
        </section>
      </DetailLayout>
    </>
  );
}
