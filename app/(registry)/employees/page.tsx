import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { EmployeeQuery } from "@/components/employees/employee-query";
import { EmployeeTable } from "@/components/employees/employee-table";
import { ImportButton } from "@/components/exchange/imports/import-button";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { ListUnits } from "@/components/lists/list-units";
import { Pager } from "@/components/lists/pager";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { canCreateEmployees, canReadEmployees } from "@/lib/employees/policy";
import { listEmployees } from "@/lib/employees/search/queries";
import { readEmployeeFilter } from "@/lib/employees/schema";
import { mayImport } from "@/lib/exchange/imports/policy";
import { listUnitTree } from "@/lib/organizations/tree/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("employees"))("title") };
}

export default async function EmployeesPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const params = await searchParams;
  const actor = await requireActor();
  if (!canReadEmployees(actor)) notFound();
  const t = await getTranslations("employees");
  const filter = readEmployeeFilter(params);
  const unit = filter.unit ?? null;
  const [nodes, { rows, ...page }] = await Promise.all([
    listUnitTree(actor, filter.tree, unit),
    listEmployees(actor, filter),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {mayImport(actor, "employees") && <ImportButton kind="employees" />}
            {canCreateEmployees(actor) && (
              <Button href="/employees/new" variant="primary" icon={Plus}>
                {t("new")}
              </Button>
            )}
          </>
        }
      />
      <ListLayout
        tree={
          <ListUnits path="/employees" tree={filter.tree} nodes={nodes} params={params} selected={unit} />
        }
      >
        <EmployeeQuery
          filter={filter}
          params={params}
          unitName={nodes.find((node) => node.id === unit)?.name}
        />
        <EmployeeTable
          rows={rows}
          params={params}
          sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
        />
        <Pager {...page} params={params} path="/employees" />
      </ListLayout>
    </>
  );
}
