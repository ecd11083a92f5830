import { useTranslations } from "next-intl";
import { listHref, type ListParams } from "../lists/href";
import { UnitTree } from "../lists/unit-tree";
import { LinkTabs } from "../ui/link-tabs";

type Node = { id: number; name: string; parentId: number | null; hasChildren?: boolean };
type Props = { nodes: readonly Node[]; tree: "company" | "union"; params: ListParams; selected?: number };

/** Units by which the list is narrowed, of the union or of the company. */
export function CertificateUnits({ nodes, tree, params, selected }: Props) {
  const t = useTranslations("certificates.list");
  const tabs = (["union", "company"] as const).map((key) => ({
    key,
    label: t(key),
    href: listHref("/certificates", params, { tree: key, unit: null }),
  }));
  return (
    <>
      <div className="px-3 pr-10">
        <LinkTabs label={t("units")} tabs={tabs} current={tree} />
      </div>
      <UnitTree
        key={tree}
        nodes={nodes}
        params={params}
        path="/certificates"
        label={t("units")}
        allLabel={t("allUnits")}
        selected={selected ?? null}
        childrenUrl={`/organizations/children?tree=${tree}`}
      />
    </>
  );
}
