import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { NewUser } from "@/components/users/new-user";
import { requireActor } from "@/lib/auth/actor";
import { canManageUsers } from "@/lib/users/policy";

export async function generateMetadata() {
  const t = await getTranslations("users");
  return { title: t("new") };
}

export default async function NewUserPage() {
  if (!canManageUsers(await requireActor())) notFound();
  const t = await getTranslations("users");
  return (
    <>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/settings/users" }, { label: t("new") }]}
      />
      <ClientMessages namespaces={["users"]}>
        <NewUser />
      </ClientMessages>
    </>
  );
}
