import type { ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";

/** A link in running text or a value. `quiet` shows its line only on hover, for rows full of links. */
export function TextLink({
  href,
  quiet,
  download,
  children,
}: {
  href: string;
  quiet?: boolean;
  download?: boolean;
  children: ReactNode;
}) {
  const style = cn(
    "decoration-line-strong underline-offset-3 transition-colors hover:text-honor hover:decoration-current",
    quiet ? "hover:underline" : "underline",
  );
  if (download || /^https?:/.test(href)) {
    return (
      <a href={href} download={download || undefined} rel="noreferrer" className={style}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={style}>
      {children}
    </Link>
  );
}
