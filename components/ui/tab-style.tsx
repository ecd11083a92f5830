export const tabList = "flex gap-5 overflow-x-auto border-b border-line print:hidden";

export const tabStyle =
  "-mb-px inline-flex min-h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent pt-1 text-ink-2 transition-colors hover:text-ink focus-visible:-outline-offset-2 max-md:min-h-11 " +
  "data-[state=active]:border-honor data-[state=active]:font-semibold data-[state=active]:text-ink aria-[current=page]:border-honor aria-[current=page]:font-semibold aria-[current=page]:text-ink";

export function TabCount({ count }: { count?: number }) {
  if (count === undefined) return null;
  return (
    <span className="rounded-lg bg-sunken px-1.5 text-xs leading-5 font-normal text-ink-2 tabular-nums">
      {count.toLocaleString("en")}
    </span>
  );
}
