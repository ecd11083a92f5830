import { Printer } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ListParams } from "@/components/lists/href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { ActivationList } from "@/components/users/activation-list";
import { requireActor } from "@/lib/auth/actor";
import { canIssueActivations } from "@/lib/users/activations/policy";
import { listActivations } from "@/lib/users/activations/queries";
import { readActivationFilter } from "@/lib/users/activations/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("users.activations"))("title") };
}

export default async function ActivationsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const actor = await requireActor();
  if (!canIssueActivations(actor)) notFound();
  const params = await searchParams;
  const filter = readActivationFilter(params);
  const [t, list] = await Promise.all([
    getTranslations("users.activations"),
    listActivations(actor, filter, new Date()),
  ]);
  const create = (
    <Button href="/settings/activations/new" variant="primary" icon={Printer}>
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <ClientMessages namespaces={["users"]}>
        <ActivationList list={list} filter={filter} params={params} />
      </ClientMessages>
    </>
  );
}
