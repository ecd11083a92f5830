import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RetentionForm } from "@/components/retention/retention-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { SimplePage } from "@/components/shell/simple-page";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/auth/actor";
import { canSetRetention } from "@/lib/retention/policy";
import { readRetention } from "@/lib/retention/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("retention"))("title") };
}

export default async function RetentionPage() {
  if (!canSetRetention(await requireActor())) notFound();
  const [t, retention] = await Promise.all([getTranslations("retention"), readRetention()]);
  return (
    <SimplePage title={t("title")}>
      <ClientMessages namespaces={["retention"]}>
        <Card>
          <p className="mb-4 text-ink-2">{t("text")}</p>
          <RetentionForm retention={retention} />
        </Card>
      </ClientMessages>
      <Alert tone="info" title={t("forever")}>
        {t("foreverText")}
      </Alert>
    </SimplePage>
  );
}
