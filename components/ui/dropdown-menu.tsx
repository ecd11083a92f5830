"use client";

import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";

type MenuProps = {
  trigger: ReactNode;
  label?: string;
  align?: "start" | "end";
  startsOpen?: boolean;
  children: ReactNode;
};

export function DropdownMenu({ trigger, label, align = "end", startsOpen, children }: MenuProps) {
  return (
    <Primitive.Root modal={false} defaultOpen={startsOpen}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 animate-appear rounded-md border border-line-strong bg-surface p-1 shadow-pop"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type ItemProps = {
  href?: string;
  onSelect?: () => void;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
  children: ReactNode;
};

/** The icon is an element, `<Pencil />`, so that server components can pass it. */
export function MenuItem({ href, onSelect, icon, danger, disabled, checked, children }: ItemProps) {
  const style = cn(
    "flex min-h-8 w-full items-center gap-2 rounded-sm px-2.5 py-1 text-left outline-none select-none max-md:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0",
    "data-[disabled]:opacity-50 data-[highlighted]:bg-sunken",
    danger ? "text-danger" : "[&_svg]:text-ink-3",
  );
  const content = (
    <>
      {icon}
      <span className="flex-1">{children}</span>
      {checked && <span aria-hidden>✓</span>}
    </>
  );
  if (href) {
    return (
      <Primitive.Item asChild disabled={disabled}>
        <Link href={href} className={style}>
          {content}
        </Link>
      </Primitive.Item>
    );
  }
  return (
    <Primitive.Item disabled={disabled} onSelect={onSelect} className={style}>
      {content}
    </Primitive.Item>
  );
}

export function MenuSeparator() {
  return <Primitive.Separator className="my-1 h-px bg-line" />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2.5 py-1.5 text-xs text-ink-3">{children}</Primitive.Label>;
}
