import { LayoutDashboard } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventTable } from "@/components/audit/event-table";
import { AwardTable } from "@/components/awards/award-table";
import { SystemFacts } from "@/components/home/system-facts";
import { Section } from "@/components/home/section";
import { Todo } from "@/components/home/todo";
import { YearNumbers } from "@/components/home/year-numbers";
import { MessageCard } from "@/components/inbox/message-card";
import type { ListParams } from "@/components/lists/href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/auth/actor";
import { zonedYear } from "@/lib/awards/rules";
import { getHome } from "@/lib/reports/queries";
import { readYears } from "@/lib/reports/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

export default async function HomePage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t] = await Promise.all([requireActor(), searchParams, getTranslations("home")]);
  if (actor.grants.length === 0) redirect("/me");
  const now = new Date();
  const { year, years } = readYears(params, zonedYear(now));
  const { todo, numbers, recent, system, events, messages } = await getHome(actor, year, now);
  return (
    <>
      <PageHeader title={t("title")} meta={t("hello", { name: actor.name })} />
      <div className="space-y-5">
        {todo && <Todo todo={todo} />}
        {messages.unread > 0 && (
          <ClientMessages namespaces={["inbox"]}>
            <MessageCard messages={messages.rows} unread={messages.unread} />
          </ClientMessages>
        )}
        {numbers && <YearNumbers numbers={numbers} year={year} years={years} />}
        {recent && (
          <Section title={t("recent")} more={{ href: "/awards", label: t("allAwards") }}>
            <AwardTable
              caption={t("recent")}
              rows={recent}
              empty={<p className="p-4 text-ink-3">{t("recentNone")}</p>}
            />
          </Section>
        )}
        {system && <SystemFacts facts={system} />}
        {events && (
          <Section title={t("audit.title")} more={{ href: "/settings/audit", label: t("audit.all") }}>
            <EventTable rows={events} />
          </Section>
        )}
        {!numbers && !system && !events && (
          <EmptyState icon={LayoutDashboard} title={t("empty")} text={t("emptyText")} />
        )}
      </div>
    </>
  );
}
