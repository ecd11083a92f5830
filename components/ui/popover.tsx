"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What it hangs on: one element that takes a ref. */
  anchor: ReactNode;
  label: string;
  children: ReactNode;
  /** Called instead of the focus going back to the anchor. */
  onClosed?: () => void;
};

/** A small window beside what it is about; Escape and a click elsewhere close it. */
export function Popover({ open, onOpenChange, anchor, label, children, onClosed }: Props) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Anchor asChild>{anchor}</Primitive.Anchor>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!onClosed) return;
            event.preventDefault();
            onClosed();
          }}
          className="z-40 w-96 max-w-[calc(100vw-1rem)] animate-appear rounded-md border border-line-strong bg-surface shadow-pop focus:outline-none"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
