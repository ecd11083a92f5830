import { Plus, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { History } from "@/components/audit/history";
import { HonorTimeline } from "@/components/awards/honor-timeline";
import { ChildUnits } from "@/components/organizations/child-units";
import { UnitActions } from "@/components/organizations/unit-actions";
import { UnitFacts } from "@/components/organizations/unit-facts";
import { UnitNames } from "@/components/organizations/unit-names";
import { ClientMessages } from "@/components/shell/client-messages";
import { ImportOrigin } from "@/components/exchange/imports/import-origin";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { readsLedger } from "@/lib/awards/policy";
import { listHonorsOfSubject } from "@/lib/awards/holders/queries";
import { canReadEmployees } from "@/lib/employees/policy";
import { importOf } from "@/lib/exchange/imports/queries";
import { parseId } from "@/lib/kernel/ids";
import { canReadUnits } from "@/lib/organizations/policy";
import { getUnit } from "@/lib/organizations/register/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("organizations"))("unit") };
}

export default async function UnitPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const unit = id === null || !canReadUnits(actor) ? null : await getUnit(actor, id);
  if (!unit) notFound();
  const t = await getTranslations("organizations");
  const [entries, origin, honors] = await Promise.all([
    getHistory("organizations", unit.id),
    importOf(actor, "organizations", unit.id),
    readsLedger(actor) ? listHonorsOfSubject(actor, "organization", unit.id) : [],
  ]);
  const { id: unitId, version, name, shortName, tree, parentId, validTo } = unit;
  const crumbs = unit.above.map((one) => ({
    label: one.name,
    href: one.visible ? `/organizations/${one.id}` : undefined,
  }));
  return (
    <>
      <PageHeader
        title={unit.name}
        badge={
          <Badge tone={unit.validTo ? "neutral" : "success"}>
            {t(unit.validTo ? "state.closed" : "state.open")}
          </Badge>
        }
        meta={`${t(`kind.${unit.kind}`)} · ${unit.code}`}
        breadcrumbs={[
          { label: t(`tree.${unit.tree}`), href: `/organizations?tree=${unit.tree}` },
          ...crumbs,
          { label: unit.name },
        ]}
        actions={
          <ClientMessages namespaces={["organizations"]}>
            {canReadEmployees(actor) && (
              <Button
                href={`/employees?tree=${unit.tree}&unit=${unit.id}`}
                icon={UserRound}
                title={t("peopleOf")}
              >
                {t("people")}
              </Button>
            )}
            {unit.canWrite && !unit.validTo && (
              <Button href={`/organizations/new?parent=${unit.id}`} icon={Plus}>
                {t("new")}
              </Button>
            )}
            {unit.canWrite && (
              <UnitActions unit={{ id: unitId, version, name, shortName, tree, parentId, validTo }} />
            )}
          </ClientMessages>
        }
      />
      <DetailLayout
        aside={
          <>
            <ImportOrigin origin={origin} />
            <History
              entries={entries}
              namespace="organizations"
              say={(field, value) => (field === "kind" ? t(`kind.${String(value)}`) : undefined)}
            />
          </>
        }
      >
        <UnitFacts unit={unit} />
        {honors.length > 0 && (
          <Card title={t("honors")}>
            <HonorTimeline honors={honors} linked />
          </Card>
        )}
        <UnitNames unit={unit} />
        <ChildUnits units={unit.children} />
      </DetailLayout>
    </>
  );
}
