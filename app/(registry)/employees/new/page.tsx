import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { EmployeeForm } from "@/components/employees/employee-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { canCreateEmployees } from "@/lib/employees/policy";

export async function generateMetadata() {
  return { title: (await getTranslations("employees"))("new") };
}

export default async function NewEmployeePage() {
  const actor = await requireActor();
  if (!canCreateEmployees(actor)) notFound();
  const t = await getTranslations("employees");
  return (
    <>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/employees" }, { label: t("new") }]}
      />
      <ClientMessages namespaces={["employees"]}>
        <EmployeeForm />
      </ClientMessages>
    </>
  );
}
