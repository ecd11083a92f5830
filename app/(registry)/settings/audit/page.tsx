import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventQuery } from "@/components/audit/event-query";
import { EventTable } from "@/components/audit/event-table";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { PageHeader } from "@/components/shell/page-header";
import { auditEvents } from "@/lib/audit/events";
import { readsAudit } from "@/lib/audit/policy";
import { listEvents } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/actor";

const path = "/settings/audit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t] = await Promise.all([requireActor(), searchParams, getTranslations("audit")]);
  if (!readsAudit(actor)) notFound();
  const filter = readAuditFilter(params);
  const found = await listEvents(actor, filter);
  return (
    <>
      <PageHeader title={t("title")} />
      <ListLayout>
        <EventQuery params={params} filter={filter} events={auditEvents} />
        <EventTable
          rows={found.rows}
          list={{ params, path, sort: filter.direction === "desc" ? "-at" : "at" }}
        />
        <Pager {...found} params={params} path={path} />
      </ListLayout>
    </>
  );
}
