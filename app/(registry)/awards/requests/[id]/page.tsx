import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { History } from "@/components/audit/history";
import { HonorTimeline } from "@/components/awards/honor-timeline";
import { inLanguage, titleIn } from "@/components/awards/named";
import { AnswerButtons } from "@/components/awards/requests/answer-buttons";
import { NextStep } from "@/components/awards/requests/next-step";
import { RequestFacts } from "@/components/awards/requests/request-facts";
import { RequestPerson } from "@/components/awards/requests/request-person";
import { RequestStateBadge } from "@/components/awards/requests/request-state-badge";
import { ClientMessages } from "@/components/shell/client-messages";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { canRecord } from "@/lib/awards/policy";
import { listHonorsOfEmployee, type Honor } from "@/lib/awards/holders/queries";
import { getRequest } from "@/lib/awards/requests/queries";
import { requestStates } from "@/lib/awards/requests/schema";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("one") };
}

export default async function RequestPage({ params }: Props) {
  const [actor, { id }, t, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("requests"),
    getLocale(),
  ]);
  const request = await getRequest(actor, parseId(id) ?? 0);
  if (!request) notFound();
  const [honors, history] = await Promise.all([
    listHonorsOfEmployee(actor, request.employee.id),
    getHistory("award_requests", request.id),
  ]);
  const label = (honor: Honor) =>
    [
      honor.ledgerNumber,
      titleIn(locale, honor),
      honor.prizeLevel && inLanguage(locale, honor.prizeLevel),
      honor.year,
    ]
      .filter(Boolean)
      .join(" ");
  const awards = [...new Map(honors.map((honor) => [String(honor.awardId), label(honor)]))].map(
    ([value, text]) => ({ value, label: text }),
  );
  const stateInWords = (field: string, value: unknown) =>
    field === "state"
      ? requestStates.flatMap((state) => (state === value ? [t(`state.${state}`)] : []))[0]
      : undefined;
  const answer = request.canAnswer && (
    <ClientMessages namespaces={["requests"]}>
      <AnswerButtons id={request.id} version={request.version} kind={request.kind} awards={awards} />
    </ClientMessages>
  );
  const aside = (
    <>
      <RequestPerson employee={request.employee} />
      <Card title={t("detail.honors")}>
        <HonorTimeline honors={honors} linked />
      </Card>
      <History entries={history} namespace="requests" say={stateInWords} />
    </>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: "/awards/requests" },
          { label: t("list.ofPerson", { name: request.employee.name, title: titleIn(locale, request) }) },
        ]}
        title={t(`kind.${request.kind}`)}
        badge={<RequestStateBadge state={request.state} />}
        meta={t("list.ofPerson", { name: request.employee.name, title: titleIn(locale, request) })}
        actions={answer}
      />
      <DetailLayout aside={aside}>
        {request.state === "open" && !request.canAnswer && (
          <p className="text-ink-2">{t("detail.ownRequest")}</p>
        )}
        <NextStep request={request} mayRecord={canRecord(actor)} />
        <RequestFacts request={request} />
      </DetailLayout>
    </>
  );
}
