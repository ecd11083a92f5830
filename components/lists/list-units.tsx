import { useTranslations } from "next-intl";
import { LinkTabs } from "../ui/link-tabs";
import { listHref, type ListParams } from "./href";
import { UnitTree } from "./unit-tree";

type Node = { id: number; name: string; parentId: number | null; hasChildren?: boolean };
type Props = {
  path: string;
  tree: "company" | "union";
  nodes: readonly Node[];
  params: ListParams;
  selected?: number | null;
};

/** The units beside a list, by which it is narrowed: those of the union or of the company. */
export function ListUnits({ path, tree, nodes, params, selected = null }: Props) {
  const t = useTranslations("common.list");
  const tabs = (["union", "company"] as const).map((key) => ({
    key,
    label: t(`${key}Tree`),
    href: listHref(path, params, { tree: key, unit: null }),
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
        path={path}
        label={t("units")}
        allLabel={t("allUnits")}
        selected={selected}
        childrenUrl={`/organizations/children?tree=${tree}`}
      />
    </>
  );
}
