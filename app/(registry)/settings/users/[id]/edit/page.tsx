import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { UserForm } from "@/components/users/user-form";
import { requireActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { getUser } from "@/lib/users/queries";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  const t = await getTranslations("users");
  return { title: t("edit") };
}

export default async function EditUserPage({ params }: Props) {
  const actor = await requireActor();
  const id = parseId((await params).id);
  const user = id && (await getUser(actor, id, new Date()));
  if (!user || !user.may.change) notFound();
  const t = await getTranslations("users");
  const employee = user.employee && {
    id: user.employee.id,
    label: user.employee.name,
    hint: [user.employee.unitName, user.employee.workNumber].filter(Boolean).join(" · "),
  };
  const crumbs = [
    { label: t("title"), href: "/settings/users" },
    { label: user.name, href: `/settings/users/${user.id}` },
    { label: t("edit") },
  ];
  return (
    <>
      <PageHeader title={t("edit")} breadcrumbs={crumbs} />
      <ClientMessages namespaces={["users"]}>
        <UserForm
          user={{ id: user.id, version: user.version, username: user.username, name: user.name, employee }}
        />
      </ClientMessages>
    </>
  );
}
