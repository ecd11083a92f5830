import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { ActivationForm } from "@/components/users/activation-form";
import { requireActor } from "@/lib/auth/actor";
import { settings } from "@/lib/env";
import { canIssueActivations } from "@/lib/users/activations/policy";

export async function generateMetadata() {
  return { title: (await getTranslations("users.activations"))("new") };
}

export default async function NewActivationsPage() {
  if (!canIssueActivations(await requireActor())) notFound();
  const [t, sent] = await Promise.all([getTranslations("users.activations"), headers()]);
  const site = settings().publicUrl ?? `http://${sent.get("host")}`;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={t("new")}
          breadcrumbs={[{ label: t("title"), href: "/settings/activations" }, { label: t("new") }]}
        />
      </div>
      <ClientMessages namespaces={["users"]}>
        <ActivationForm site={new URL("/sign-in/activate", site).href} />
      </ClientMessages>
    </>
  );
}
