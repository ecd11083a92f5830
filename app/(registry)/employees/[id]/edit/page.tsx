import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { EmployeeForm } from "@/components/employees/employee-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { canReadEmployees } from "@/lib/employees/policy";
import { getIdentity } from "@/lib/employees/identities/queries";
import { getEmployee } from "@/lib/employees/queries";
import { parseId } from "@/lib/kernel/ids";

export async function generateMetadata() {
  return { title: (await getTranslations("employees"))("edit") };
}

export default async function EditEmployeePage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const employee = id === null || !canReadEmployees(actor) ? null : await getEmployee(actor, id);
  if (!employee?.canWrite) notFound();
  const [t, identity] = await Promise.all([getTranslations("employees"), getIdentity(actor, employee.id)]);
  const breadcrumbs = [
    { label: t("title"), href: "/employees" },
    { label: employee.name, href: `/employees/${employee.id}` },
    { label: t("editAction") },
  ];
  return (
    <>
      <PageHeader title={employee.name} meta={t("edit")} breadcrumbs={breadcrumbs} />
      <ClientMessages namespaces={["employees"]}>
        <EmployeeForm employee={employee} identity={identity} />
      </ClientMessages>
    </>
  );
}
