import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { HonorTimeline } from "@/components/awards/honor-timeline";
import { AssignmentTimeline } from "@/components/employees/assignment-timeline";
import { EmployeeActions } from "@/components/employees/employee-actions";
import { EmployeeFacts } from "@/components/employees/employee-facts";
import { EmployeeHistory } from "@/components/employees/employee-history";
import { IdentityNumbers } from "@/components/employees/identity-numbers";
import { PublicityCard } from "@/components/employees/publicity-card";
import { EmployeeStatus } from "@/components/employees/employee-status";
import { ClientMessages } from "@/components/shell/client-messages";
import { GiveDossier } from "@/components/exchange/dossiers/give-dossier";
import { ImportOrigin } from "@/components/exchange/imports/import-origin";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { TreatmentsOfPerson } from "@/components/treatments/treatments-of-person";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { listHonorsOfEmployee } from "@/lib/awards/holders/queries";
import { canReadEmployees } from "@/lib/employees/policy";
import { getIdentity } from "@/lib/employees/identities/queries";
import { getPublicity } from "@/lib/employees/publicity/queries";
import { getEmployee } from "@/lib/employees/queries";
import { employeeHint } from "@/lib/employees/rules";
import { mayGiveDossiers } from "@/lib/exchange/dossiers/policy";
import { importOf } from "@/lib/exchange/imports/queries";
import { zonedDay } from "@/lib/awards/rules";
import { parseId } from "@/lib/kernel/ids";
import { listTreatmentsOfEmployee } from "@/lib/treatments/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("employees"))("employee") };
}

export default async function EmployeePage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const employee = id === null || !canReadEmployees(actor) ? null : await getEmployee(actor, id);
  if (!employee) notFound();
  const t = await getTranslations("employees");
  const [honors, entries, origin, identity, publicity, treatments] = await Promise.all([
    listHonorsOfEmployee(actor, employee.id),
    getHistory("employees", employee.id),
    importOf(actor, "employees", employee.id),
    getIdentity(actor, employee.id),
    getPublicity(employee.id),
    listTreatmentsOfEmployee(actor, employee.id, zonedDay(new Date())),
  ]);
  const told = {
    unitName: employee.unit?.name ?? null,
    workNumber: employee.workNumber,
    birthYear: employee.birth?.slice(0, 4) ?? null,
    last4: null,
  };
  return (
    <>
      <PageHeader
        title={employee.name}
        badge={<EmployeeStatus status={employee.status} />}
        meta={employeeHint(told, t)}
        breadcrumbs={[{ label: t("title"), href: "/employees" }, { label: employee.name }]}
        actions={
          <ClientMessages namespaces={["employees", "dossiers"]}>
            {mayGiveDossiers(actor) && employee.canWrite && <GiveDossier employeeId={employee.id} />}
            {employee.canWrite && <EmployeeActions employee={employee} />}
          </ClientMessages>
        }
      />
      {employee.mergedInto && (
        <Alert tone="warning" title={t("merged")}>
          <TextLink href={`/employees/${employee.mergedInto.id}`}>{employee.mergedInto.name}</TextLink>
        </Alert>
      )}
      <DetailLayout
        aside={
          <>
            <AssignmentTimeline assignments={employee.assignments} />
            <ImportOrigin origin={origin} />
            <EmployeeHistory entries={entries} />
          </>
        }
      >
        <Card title={t("honors")}>
          <HonorTimeline honors={honors} linked />
        </Card>
        {treatments && <TreatmentsOfPerson rows={treatments} />}
        <EmployeeFacts employee={employee} />
        <ClientMessages namespaces={["employees"]}>
          <IdentityNumbers employeeId={employee.id} identity={identity} />
          <PublicityCard
            employeeId={employee.id}
            publicity={publicity}
            own={actor.employeeId === employee.id}
            mayDecide={employee.canWrite || actor.employeeId === employee.id}
          />
        </ClientMessages>
      </DetailLayout>
    </>
  );
}
