import type { ReactNode } from "react";
import { TextLink } from "../ui/text-link";

/** A table under its heading, with the way to all of it. */
export function Section({
  title,
  more,
  children,
}: {
  title: string;
  more: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <section className="space-y-2">
      <div className="flex items-baseline justify-between">
        <h2 className="text-sm font-semibold">{title}</h2>
        <TextLink href={more.href} quiet>
          {more.label}
        </TextLink>
      </div>
      {children}
    </section>
  );
}
