import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { bestMatches } from "@/lib/kernel/lookup";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { canWriteUnit, visibleTo } from "../policy";
import { getUnitPath, light, trailsOf, type UnitName } from "../queries";
import { idsAbove, inTreeOrder } from "../rules";
import type { UnitFilter, UnitKind } from "../schema";

export type UnitRow = UnitName & {
  shortName: string | null;
  code: string;
  kind: UnitKind;
  depth: number;
  trail: string[];
  validFrom: string | null;
  validTo: string | null;
};
export type UnitView = NonNullable<Awaited<ReturnType<typeof getUnit>>>;

/** A page of the tree table: visible units in tree order, or those that match with the way to them in words. */
export async function listUnits(actor: Actor, filter: UnitFilter): Promise<Page<UnitRow>> {
  const under = filter.unit === undefined ? undefined : ((await getUnitPath(actor, filter.unit)) ?? "none");
  const units = await db.organization.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { tree: filter.tree },
        filter.state === "closed"
          ? { validTo: { not: null } }
          : filter.state === "open"
            ? { validTo: null }
            : {},
        under ? { path: { startsWith: under } } : {},
      ],
    },
    select: light,
  });
  const ordered = inTreeOrder(units);
  const matching = filter.q
    ? new Set(
        bestMatches(ordered, filter.q, (unit) => [unit.name, unit.shortName, unit.code], ordered.length).map(
          (unit) => unit.id,
        ),
      )
    : null;
  const rows = ordered.filter((unit) => !matching || matching.has(unit.id));
  if (filter.sort !== "order")
    rows.sort(
      (a, b) => compare(a[filter.sort as "name" | "code"], b[filter.sort as "name" | "code"]) || a.id - b.id,
    );
  if (filter.direction === "desc") rows.reverse();
  const window = pageWindow(filter.page, filter.size, rows.length);
  const shown = rows.slice(window.skip, window.skip + window.take);
  const flat =
    matching !== null || filter.sort !== "order" || filter.direction === "desc" || filter.state === "closed";
  const trails = await trailsOf(shown.map((unit) => unit.path));
  return {
    rows: shown.map(({ parentId: _parent, path: _path, sort: _sort, hasChildren: _has, ...unit }, index) => ({
      ...unit,
      depth: flat ? 0 : unit.depth,
      trail: flat ? trails[index]! : [],
    })),
    total: window.total,
    page: window.page,
    size: window.size,
  };
}

/** One unit with its names, the way down to it, and what lies below. */
export async function getUnit(actor: Actor, id: number) {
  const unit = await db.organization.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      ...light,
      tree: true,
      creditCode: true,
      periodFrom: true,
      version: true,
      successor: { select: { id: true, name: true } },
      predecessors: { select: { id: true, name: true }, orderBy: { id: "asc" } },
      periods: {
        select: { id: true, name: true, shortName: true, parentId: true, validFrom: true, validTo: true },
        orderBy: { id: "desc" },
      },
    },
  });
  if (!unit) return null;
  const ids = [
    ...new Set([...idsAbove(unit.path), ...unit.periods.flatMap((period) => period.parentId ?? [])]),
  ];
  const linked = [unit.successor?.id, ...unit.predecessors.map((one) => one.id)].filter(
    (one) => one !== undefined,
  );
  const [names, seen, children] = await Promise.all([
    db.organization.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    db.organization.findMany({
      where: { AND: [visibleTo(actor), { id: { in: [...ids, ...linked] } }] },
      select: { id: true },
    }),
    db.organization.findMany({
      where: { AND: [visibleTo(actor), { parentId: id }] },
      select: { id: true, name: true, code: true, kind: true, validFrom: true, validTo: true },
      orderBy: [{ sort: "asc" }, { id: "asc" }],
    }),
  ]);
  const nameOf = new Map(names.map((one) => [one.id, one.name]));
  const visible = new Set(seen.map((one) => one.id));
  return {
    ...unit,
    above: idsAbove(unit.path).map((one) => ({
      id: one,
      name: nameOf.get(one) ?? "",
      visible: visible.has(one),
    })),
    successor: unit.successor && { ...unit.successor, visible: visible.has(unit.successor.id) },
    predecessors: unit.predecessors.map((one) => ({ ...one, visible: visible.has(one.id) })),
    periods: unit.periods.map(({ parentId, ...period }) => ({
      ...period,
      parentName: parentId === null ? null : (nameOf.get(parentId) ?? null),
    })),
    children,
    canWrite: canWriteUnit(actor, unit.path),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
