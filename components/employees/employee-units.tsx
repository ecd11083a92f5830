import { useTranslations } from "next-intl";
import { listHref, type ListParams } from "@/components/lists/href";
import { UnitTree } from "@/components/lists/unit-tree";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { UnitNode } from "@/lib/organizations/tree/queries";
import { type Tree, trees } from "@/lib/organizations/schema";

type Props = { tree: Tree; nodes: readonly UnitNode[]; params: ListParams; selected: number | null };

/** The units beside the list: by the company's tree or by the union's. */
export function EmployeeUnits({ tree, nodes, params, selected }: Props) {
  const t = useTranslations("employees");
  const tabs = trees.map((one) => ({
    key: one,
    label: t(`tree.${one}`),
    href: listHref("/employees", params, { tree: one, unit: null }),
  }));
  return (
    <>
      <div className="px-3 pt-1 pr-10">
        <LinkTabs label={t("trees")} tabs={tabs} current={tree} />
      </div>
      <UnitTree
        key={tree}
        nodes={nodes}
        params={params}
        path="/employees"
        label={t("units")}
        allLabel={t("allUnits")}
        selected={selected}
        childrenUrl={`/organizations/children?tree=${tree}`}
      />
    </>
  );
}
