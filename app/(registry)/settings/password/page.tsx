import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/auth/password-form";
import { ActionDialog } from "@/components/forms/action-dialog";
import { ClientMessages } from "@/components/shell/client-messages";
import { SimplePage } from "@/components/shell/simple-page";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SessionList } from "@/components/users/session-list";
import { endOwnSessions } from "@/lib/auth/actions";
import { requireActor } from "@/lib/auth/actor";
import { listOwnSessions } from "@/lib/users/queries";

export async function generateMetadata() {
  const t = await getTranslations("auth.password");
  return { title: t("title") };
}

export default async function PasswordPage() {
  const actor = await requireActor({ evenIfPasswordDue: true });
  const [t, ts, sessions] = await Promise.all([
    getTranslations("auth.password"),
    getTranslations("auth.sessions"),
    listOwnSessions(actor, new Date()),
  ]);
  const others = sessions.length > 1 && (
    <ActionDialog
      trigger={<Button size="sm">{ts("endOthers")}</Button>}
      title={ts("endOthersTitle")}
      text={ts("endOthersText")}
      action={endOwnSessions}
      confirmLabel={ts("endOthers")}
      doneMessage={ts("ended")}
    />
  );
  return (
    <SimplePage title={t("title")}>
      {actor.mustChangePassword && <Alert tone="warning">{t("due")}</Alert>}
      <ClientMessages namespaces={["auth", "users"]}>
        <Card>
          <PasswordForm username={actor.username} doneHref={actor.mustChangePassword ? "/" : undefined} />
        </Card>
        <Card title={ts("title")} hint={ts("hint")} actions={others} flush>
          <SessionList sessions={sessions} currentId={actor.sessionId} end={endOwnSessions} />
        </Card>
      </ClientMessages>
    </SimplePage>
  );
}
