import { getTranslations } from "next-intl/server";
import { IdentityCard } from "@/components/auth/identity-card";
import { FactorCard } from "@/components/auth/factor-card";
import { ActionDialog } from "@/components/forms/action-dialog";
import { ClientMessages } from "@/components/shell/client-messages";
import { SimplePage } from "@/components/shell/simple-page";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SessionList } from "@/components/users/session-list";
import { endOwnSessions } from "@/lib/auth/actions";
import { requireActor } from "@/lib/auth/actor";
import { listOwnIdentities } from "@/lib/auth/identities";
import { getOwnFactor } from "@/lib/auth/own-factor";
import { readSignInPolicy } from "@/lib/auth/sign-in-policy";
import { listOwnSessions } from "@/lib/users/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("auth.security"))("title") };
}

export default async function SecurityPage() {
  const actor = await requireActor({ evenIfFactorDue: true });
  const [t, ts, factor, policy, identities, sessions] = await Promise.all([
    getTranslations("auth.security"),
    getTranslations("auth.sessions"),
    getOwnFactor(actor),
    readSignInPolicy(),
    listOwnIdentities(actor),
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
  const limits = { minutes: policy.idleMinutes, hours: policy.sessionHours };
  return (
    <SimplePage title={t("title")} actions={<Button href="/settings/password">{t("changePassword")}</Button>}>
      {actor.factorDue && <Alert tone="warning">{t("factorDue")}</Alert>}
      <ClientMessages namespaces={["auth", "users"]}>
        <FactorCard factor={factor} />
        {identities.length > 0 && <IdentityCard identities={identities} />}
        <Card title={ts("title")} hint={ts("hint", limits)} actions={others} flush>
          <SessionList sessions={sessions} currentId={actor.sessionId} end={endOwnSessions} />
        </Card>
      </ClientMessages>
    </SimplePage>
  );
}
