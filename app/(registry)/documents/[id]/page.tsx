import { ListPlus, Pencil, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AwardTable } from "@/components/awards/award-table";
import { RevocationNotes } from "@/components/awards/revocations/revocation-notes";
import { DocumentFacts } from "@/components/documents/document-facts";
import { DocumentHistory } from "@/components/documents/document-history";
import { FileList } from "@/components/files/file-list";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { canRecord } from "@/lib/awards/policy";
import { listAwardsOfDocument } from "@/lib/awards/queries";
import { openUnresolved } from "@/lib/awards/reconcile/queries";
import { listRevocationsOfDocument } from "@/lib/awards/strikes/queries";
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
  const [{ id }, t, tl, tc] = await Promise.all([
    params,
    getTranslations("documents"),
    getTranslations("awards-lists"),
    getTranslations("common"),
  ]);
  const document = await getDocument(actor, parseId(id) ?? 0);
  if (!document) notFound();
  const [awards, revocations, tr, waiting, entries] = await Promise.all([
    listAwardsOfDocument(actor, document.id),
    listRevocationsOfDocument(actor, document.id),
    getTranslations("revocations.document"),
    openUnresolved(actor, 1, document.id),
    getHistory("documents", document.id),
  ]);
  const record = canRecord(actor) && (
    <Button href={`/awards/new?document=${document.id}`} icon={Plus}>
      {t("recordAward")}
    </Button>
  );
  const list = canRecord(actor) && (
    <Button href={`/documents/${document.id}/list`} icon={ListPlus} variant="primary">
      {tl("button")}
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
            {list}
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
        <RevocationNotes notes={revocations} title={tr("title")} titled />
        <section className="space-y-2">
          <h2 className="text-sm font-semibold">{t("awardsOf")}</h2>
          {waiting.total > 0 && (
            <p>
              <TextLink href={`/awards/reconcile?document=${document.id}`}>
                {tl("reconcile.ofDocument", { count: waiting.total })}
              </TextLink>
            </p>
          )}
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
