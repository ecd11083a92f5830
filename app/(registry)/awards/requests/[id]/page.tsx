import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HonorTimeline } from "@/components/awards/honor-timeline";
import { titleIn } from "@/components/awards/named";
import { NextStep } from "@/components/awards/requests/next-step";
import { RequestAnswer } from "@/components/awards/requests/request-answer";
import { RequestFacts } from "@/components/awards/requests/request-facts";
import { RequestHistory } from "@/components/awards/requests/request-history";
import { RequestPerson } from "@/components/awards/requests/request-person";
import { RequestStateBadge } from "@/components/awards/requests/request-state-badge";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { canRecord } from "@/lib/awards/policy";
import { listHonorsOfEmployee } from "@/lib/awards/holders/queries";
import { getRequest } from "@/lib/awards/requests/queries";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("one") };
}

export default async function RequestPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, t, locale] = await Promise.all([params, getTranslations("requests"), getLocale()]);
  const request = await getRequest(actor, parseId(id) ?? 0);
  if (!request) notFound();
  const honors = await listHonorsOfEmployee(actor, request.employee.id);
  const history = await getHistory("award_requests", request.id);
  const kind = t(`kind.${request.kind}`);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/awards/requests" }, { label: kind }]}
        title={t("list.ofPerson", { name: request.employee.name, title: titleIn(locale, request) })}
        badge={<RequestStateBadge state={request.state} />}
        meta={kind}
        actions={request.canAnswer && <RequestAnswer request={request} honors={honors} />}
      />
      <DetailLayout
        aside={[
          <RequestPerson key="person" employee={request.employee} />,
          <RequestHistory key="history" entries={history} />,
        ]}
      >
        {request.isOwn && request.state === "open" && <Alert>{t("detail.ownRequest")}</Alert>}
        <NextStep request={request} mayRecord={canRecord(actor)} />
        <RequestFacts request={request} />
        <Card title={t("detail.honors")}>
          <HonorTimeline honors={honors} linked />
        </Card>
      </DetailLayout>
    </>
  );
}
