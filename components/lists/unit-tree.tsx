"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { listHref, type ListParams } from "./href";
import { lacksChildren, visibleUnits, type UnitNode } from "./tree-model";
import { UnitTreeItem } from "./unit-tree-item";
import { useTreeKeys } from "./use-tree-keys";
import { useTreeState } from "./use-tree-state";

type Props = {
  nodes: readonly UnitNode[];
  params: ListParams;
  path: string;
  param?: string;
  selected?: number | null;
  label: string;
  allLabel?: string;
  childrenUrl?: string;
};

/** Units as links that keep the other filters. Open branches are remembered while the tab lives. */
export function UnitTree({
  nodes,
  params,
  path,
  param = "unit",
  selected = null,
  label,
  allLabel,
  childrenUrl,
}: Props) {
  const t = useTranslations("common.list");
  const titleId = useId();
  const [query, setQuery] = useState("");
  const { known, open, toggle, loading, fetchAll } = useTreeState(
    nodes,
    selected,
    `${path}:${param}`,
    childrenUrl,
  );
  const rows = useMemo(() => visibleUnits(known, open, query), [known, open, query]);
  const keys = useTreeKeys(rows, toggle);
  const large = useMemo(() => nodes.length > 12 || nodes.some((node) => lacksChildren(node, nodes)), [nodes]);
  const href = (id: number | null) => listHref(path, params, { [param]: id });

  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className="flex h-10 items-center border-b border-line px-3 font-semibold">
        {label}
      </h2>
      {large && (
        <div className="border-b border-line p-2">
          <input
            type="search"
            value={query}
            onFocus={fetchAll}
            onChange={(event) => setQuery(event.target.value)}
            aria-label={t("findUnit")}
            placeholder={t("findUnit")}
            className="control min-h-7 py-0.5 text-xs"
          />
        </div>
      )}
      <div
        role="tree"
        aria-labelledby={titleId}
        {...keys}
        className="units max-h-[calc(100dvh-12rem)] overflow-auto overscroll-contain py-1"
      >
        {allLabel && !query && (
          <UnitTreeItem
            unit={{ id: 0, name: allLabel, level: 1, branch: false, open: false }}
            href={href(null)}
            selected={selected === null}
            tabbable={selected === null}
          />
        )}
        {rows.map((unit, index) => (
          <UnitTreeItem
            key={unit.id}
            unit={unit}
            href={href(unit.id)}
            selected={unit.id === selected}
            tabbable={
              unit.id === selected || (index === 0 && !allLabel && !rows.some((row) => row.id === selected))
            }
            loading={loading.includes(unit.id)}
            onToggle={() => toggle(unit.id)}
          />
        ))}
        {rows.length === 0 && <p className="px-3 py-4 text-center text-xs text-ink-3">{t("noUnit")}</p>}
      </div>
    </section>
  );
}
