import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { UserActions } from "@/components/users/user-actions";
import { UserFacts } from "@/components/users/user-facts";
import { UserGrants } from "@/components/users/user-grants";
import { UserHistory } from "@/components/users/user-history";
import { UserSessions } from "@/components/users/user-sessions";
import { UserStateBadge } from "@/components/users/user-state";
import { requireActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { getUser, listUserHistory } from "@/lib/users/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("users"))("one") };
}

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = parseId((await params).id);
  const user = id && (await getUser(actor, id, new Date()));
  if (!user) notFound();
  const [t, events] = await Promise.all([getTranslations("users"), listUserHistory(actor, user.id)]);
  return (
    <ClientMessages namespaces={["users"]}>
      <PageHeader
        title={user.name}
        badge={<UserStateBadge state={user.state} />}
        breadcrumbs={[{ label: t("title"), href: "/settings/users" }, { label: user.name }]}
        actions={<UserActions user={user} />}
      />
      <DetailLayout aside={<UserHistory events={events} />}>
        {user.isSelf && <Alert tone="info">{t("ownNotice")}</Alert>}
        <UserFacts user={user} />
        <UserGrants user={user} />
        <UserSessions user={user} currentId={actor.sessionId} />
      </DetailLayout>
    </ClientMessages>
  );
}
