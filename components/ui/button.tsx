import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";
import { Spinner } from "./spinner";

/** Their looks stand in controls.css: as single classes they would be the longest part of many pages. */
const variants = {
  primary: "btn-primary",
  secondary: "btn-secondary",
  ghost: "btn-ghost",
  danger: "btn-danger",
};
const sizes = { sm: "btn-sm", md: "btn-md", lg: "btn-lg" };

type Look = {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  icon?: LucideIcon;
  pending?: boolean;
  children?: ReactNode;
};
type AsButton = Look & ComponentProps<"button"> & { href?: undefined };
type AsLink = Look & Omit<ComponentProps<"a">, "href"> & { href: string; disabled?: undefined };
export type ButtonProps = AsButton | AsLink;

/** A button, or a link that looks like one when it has an href. `download` and other sites' addresses make a plain link. */
export function Button({
  variant = "secondary",
  size = "md",
  icon: Icon,
  pending = false,
  className,
  children,
  ...props
}: ButtonProps) {
  const style = cn("btn", variants[variant], sizes[size], className);
  const content = (
    <>
      {pending ? <Spinner /> : Icon ? <Icon aria-hidden className="size-4 shrink-0" /> : null}
      {children}
    </>
  );
  if (props.href !== undefined) {
    const plain = props.download !== undefined || props.target !== undefined;
    if (plain)
      return (
        <a {...props} className={style}>
          {content}
        </a>
      );
    return (
      <Link {...props} className={style}>
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
