export const pageSizes = [10, 20, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];
export const defaultPageSize: PageSize = 20;

/** One page of a list. */
export type Page<Row> = { rows: Row[]; total: number; page: number; size: number } & Partial<Beyond>;

/** A list is counted so far, and its pages have numbers so far; beyond, one goes forward and back from a row. */
export const countedRows = 10_000;

/** What a list of more than `countedRows` says beside its page. */
export type Beyond = {
  /** There are more rows than `total` says. */
  over: boolean;
  /** The page has no number: it lies beyond those that have one, next to a row. */
  unnumbered: boolean;
  /** Ids of the rows to go forward and back from; null at either end. */
  after: number | null;
  before: number | null;
};

export type PageWindow = {
  page: number;
  size: PageSize;
  total: number;
  pages: number;
  /** For the query: OFFSET and LIMIT. */
  skip: number;
  take: number;
  /** For the screen: "21–40 of 97"; both 0 in an empty list. */
  from: number;
  to: number;
};

/** The window of a list that a page shows, clamped: a page past the end is the last one, an odd size the nearest above. */
export function pageWindow(page: number, size: number, total: number): PageWindow {
  const take = clampSize(size);
  const count = Number.isFinite(total) ? Math.max(0, Math.trunc(total)) : 0;
  const pages = Math.max(1, Math.ceil(count / take));
  const current = Math.min(clampPage(page), pages);
  const skip = (current - 1) * take;
  return {
    page: current,
    size: take,
    total: count,
    pages,
    skip,
    take,
    from: count === 0 ? 0 : skip + 1,
    to: Math.min(skip + take, count),
  };
}

/** A page number fit for an OFFSET: at least 1, and low enough that page × size stays a safe integer in int4. */
export function clampPage(page: number): number {
  if (Number.isNaN(page)) return 1;
  return Math.min(Math.max(Math.trunc(page), 1), 20_000_000);
}

export function clampSize(size: number): PageSize {
  if (Number.isNaN(size) || size < 1) return defaultPageSize;
  return pageSizes.find((known) => size <= known) ?? 100;
}
