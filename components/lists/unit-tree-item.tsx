import { Link } from "../ui/link";
import { Spinner } from "../ui/spinner";
import type { VisibleUnit } from "./tree-model";

type Props = {
  unit: VisibleUnit;
  href: string;
  selected: boolean;
  tabbable: boolean;
  loading?: boolean;
  onToggle?: () => void;
};

/** Its looks stand in units.css, by what readers are told: the level, what is selected and what is open. */
export function UnitTreeItem({ unit, href, selected, tabbable, loading, onToggle }: Props) {
  return (
    <Link
      href={href}
      role="treeitem"
      data-unit={unit.id}
      tabIndex={tabbable ? 0 : -1}
      aria-level={unit.level}
      aria-selected={selected}
      aria-expanded={unit.branch ? unit.open : undefined}
      title={unit.name}
    >
      {unit.branch ? (
        <i
          aria-hidden
          className={loading ? undefined : "fold"}
          onClick={(event) => {
            event.preventDefault();
            onToggle?.();
          }}
        >
          {loading && <Spinner className="size-3.5!" />}
        </i>
      ) : (
        <i aria-hidden />
      )}
      <span>{unit.name}</span>
      {unit.count !== undefined && <b>{unit.count}</b>}
    </Link>
  );
}
