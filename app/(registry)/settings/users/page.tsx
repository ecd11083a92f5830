import { UserPlus } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ListParams } from "@/components/lists/href";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { UserList } from "@/components/users/user-list";
import { requireActor } from "@/lib/auth/actor";
import { canManageUsers, canReadUsers } from "@/lib/users/policy";
import { listUsers } from "@/lib/users/queries";
import { readUserFilter } from "@/lib/users/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("users"))("title") };
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const actor = await requireActor();
  if (!canReadUsers(actor)) notFound();
  const params = await searchParams;
  const filter = readUserFilter(params);
  const [t, list] = await Promise.all([getTranslations("users"), listUsers(actor, filter)]);
  const create = canManageUsers(actor) && (
    <Button href="/settings/users/new" variant="primary" icon={UserPlus}>
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <UserList list={list} filter={filter} params={params} />
    </>
  );
}
