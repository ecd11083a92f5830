import { cva, type VariantProps } from "class-variance-authority";
import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 max-md:min-h-11 print:hidden",
  {
    variants: {
      variant: {
        primary:
          "border-honor bg-honor text-white enabled:hover:border-honor-dark enabled:hover:bg-honor-dark [a&]:hover:bg-honor-dark",
        secondary:
          "border-line-control bg-surface text-ink enabled:hover:border-ink-2 enabled:hover:bg-hover [a&]:hover:border-ink-2 [a&]:hover:bg-hover",
        ghost:
          "border-transparent bg-transparent text-ink-2 enabled:hover:bg-sunken enabled:hover:text-ink [a&]:hover:bg-sunken [a&]:hover:text-ink",
        danger:
          "border-danger-line bg-surface text-danger enabled:hover:border-danger enabled:hover:bg-danger-tint [a&]:hover:bg-danger-tint",
      },
      size: { sm: "h-7 px-2.5 text-xs", md: "h-8 px-3.5 text-sm", lg: "h-10 px-5 text-sm" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Look = VariantProps<typeof buttonStyle> & { icon?: LucideIcon; pending?: boolean; children?: ReactNode };
type AsButton = Look & ComponentProps<"button"> & { href?: undefined };
type AsLink = Look &
  Omit<ComponentProps<"a">, "href"> & { href: string; prefetch?: boolean; disabled?: undefined };
export type ButtonProps = AsButton | AsLink;

/** A button, or a link that looks like one when it has an href. `download` and other sites' addresses make a plain link. */
export function Button({
  variant,
  size,
  icon: Icon,
  pending = false,
  className,
  children,
  ...props
}: ButtonProps) {
  const style = cn(buttonStyle({ variant, size }), className);
  const content = (
    <>
      {pending ? <Spinner /> : Icon ? <Icon aria-hidden className="size-4 shrink-0" /> : null}
      {children}
    </>
  );
  if (props.href !== undefined) {
    const { prefetch, ...link } = props;
    const plain = link.download !== undefined || link.target !== undefined;
    if (plain)
      return (
        <a {...link} className={style}>
          {content}
        </a>
      );
    return (
      <Link {...link} prefetch={prefetch ?? false} className={style}>
        {content}
      </Link>
    );
  }
  const { type = "button", disabled, ...button } = props;
  return (
    <button
      {...button}
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={style}
    >
      {content}
    </button>
  );
}
