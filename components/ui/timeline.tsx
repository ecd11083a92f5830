import type { ReactNode } from "react";
import { cn } from "./cn";
import { toneDot, type Tone } from "./tone";

export type TimelineItem = {
  key: string | number;
  when: ReactNode;
  title: ReactNode;
  meta?: ReactNode;
  body?: ReactNode;
  tone?: Tone;
  group?: string;
};

/** What happened, one under the other on a line. Consecutive items of one group (a year) share its heading. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol>
      {items.map((item, index) => {
        const heading =
          item.group !== undefined && item.group !== items[index - 1]?.group ? item.group : undefined;
        return (
          <li key={item.key}>
            {heading && (
              <p className={cn("mb-2 font-serif text-base font-semibold", index > 0 && "mt-1")}>{heading}</p>
            )}
            <div className="flex gap-3">
              <div aria-hidden className="flex w-3 shrink-0 flex-col items-center">
                <span
                  className={cn(
                    "mt-1.5 size-2.5 shrink-0 rounded-full ring-3 ring-surface",
                    toneDot[item.tone ?? "neutral"],
                  )}
                />
                {index < items.length - 1 && <span className="w-px flex-1 bg-line-strong" />}
              </div>
              <div className="min-w-0 flex-1 pb-5">
                <div className="flex flex-wrap items-baseline gap-x-3">
                  <p className="font-medium">{item.title}</p>
                  <p className="text-xs text-ink-3 tabular-nums">{item.when}</p>
                </div>
                {item.meta && <p className="text-ink-2">{item.meta}</p>}
                {item.body && <div className="mt-1.5">{item.body}</div>}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
