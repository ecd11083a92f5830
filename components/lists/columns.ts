import type { ReactNode } from "react";
import type { Dotted } from "./table-rows";

export type ColumnWidth = "xs" | "sm" | "md" | "lg" | "xl";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** The header in words, where it is not plain text. */
  label?: string;
  cell: (row: Row, index: number) => ReactNode | Dotted;
  sortKey?: string;
  align?: "start" | "end" | "center";
  width?: ColumnWidth;
  /** Stays in sight while the rest scrolls sideways; for the first one or two columns, which then need a width. */
  sticky?: boolean;
  nowrap?: boolean;
  /** false keeps the row's link off this column: the first one that may have it gets it. */
  href?: false;
};

export type Laid = { first?: ColumnWidth; selectClass?: string; sticky: readonly string[] };

/** At most two columns can stand fixed, the box for selecting counted in. */
export function layOut<Row>(columns: readonly Column<Row>[], select: boolean): Laid {
  const leading = columns
    .slice(0, select ? 1 : 2)
    .filter((column, index, all) => all.slice(0, index + 1).every((one) => one.sticky));
  const sticky = leading.map((column) => column.key);
  if (select)
    return {
      first: sticky.length > 0 ? "xs" : undefined,
      selectClass: sticky.length > 0 ? "c xs s1" : "c xs",
      sticky,
    };
  return { first: sticky.length > 1 ? (leading[0]!.width ?? "md") : undefined, sticky };
}

export function cellClass<Row>(column: Column<Row>, laid: Laid): string | undefined {
  const at = laid.sticky.indexOf(column.key);
  const second = at === 1 || (at === 0 && laid.selectClass !== undefined);
  const classes = [
    column.align === "end" && "e n",
    column.align === "center" && "c",
    column.nowrap && "n",
    column.width,
    at >= 0 && (second ? "s2" : "s1"),
    at >= 0 && at === laid.sticky.length - 1 && "last",
  ].filter(Boolean);
  return classes.length > 0 ? classes.join(" ") : undefined;
}
