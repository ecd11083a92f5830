import type { ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";
import { toneText, type Tone } from "./tone";

type Props = { label: string; value: ReactNode; hint?: ReactNode; href?: string; tone?: Tone };

/** One number that matters, with its name; a link when there is a list behind it. */
export function Stat({ label, value, hint, href, tone = "neutral" }: Props) {
  const content = (
    <>
      <span className="block text-ink-2">{label}</span>
      <span
        className={cn("mt-1 block font-serif text-2xl leading-8 font-semibold tabular-nums", toneText[tone])}
      >
        {value}
      </span>
      {hint && <span className="block text-xs text-ink-3">{hint}</span>}
    </>
  );
  const style = "block bg-surface px-4 py-3";
  if (!href) return <div className={style}>{content}</div>;
  return (
    <Link
      href={href}
      className={cn(style, "transition-colors hover:bg-hover focus-visible:-outline-offset-2")}
    >
      {content}
    </Link>
  );
}

/** Tiles side by side on one sheet, parted by hairlines. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line shadow-card md:auto-cols-fr md:grid-flow-col md:grid-cols-none max-md:[&>:last-child:nth-child(odd)]:col-span-2">
      {children}
    </div>
  );
}
