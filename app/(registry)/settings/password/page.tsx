import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/auth/password-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { SimplePage } from "@/components/shell/simple-page";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata() {
  const t = await getTranslations("auth.password");
  return { title: t("title") };
}

export default async function PasswordPage() {
  const actor = await requireActor({ evenIfPasswordDue: true });
  const [t, ts] = await Promise.all([getTranslations("auth.password"), getTranslations("auth.security")]);
  const security = !actor.mustChangePassword && <Button href="/settings/security">{ts("title")}</Button>;
  return (
    <SimplePage title={t("title")} actions={security}>
      {actor.mustChangePassword && <Alert tone="warning">{t("due")}</Alert>}
      <ClientMessages namespaces={["auth", "users"]}>
        <Card>
          <PasswordForm username={actor.username} doneHref={actor.mustChangePassword ? "/" : undefined} />
        </Card>
      </ClientMessages>
    </SimplePage>
  );
}
