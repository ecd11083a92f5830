"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Primitive } from "radix-ui";
import { useState, type ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

export type WindowProps = {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
};

const sizes = { sm: "md:max-w-md", md: "md:max-w-xl", lg: "md:max-w-3xl" };

/** Stands open as long as it is drawn; whoever had the focus has it again afterwards. */
export default function DialogWindow({
  title,
  description,
  children,
  footer,
  size = "md",
  onClose,
}: WindowProps & { onClose: () => void }) {
  const t = useTranslations("common");
  const [before] = useState(() => document.activeElement as HTMLElement | null);
  return (
    <Primitive.Root open onOpenChange={onClose}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-ink/45" />
        <Primitive.Content
          aria-describedby={description ? undefined : ""}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            before?.focus();
          }}
          className={cn(
            "fixed z-50 flex max-h-[90dvh] animate-appear flex-col bg-surface shadow-pop focus:outline-none max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-lg md:inset-x-4 md:top-[12vh] md:mx-auto md:max-h-[76vh] md:rounded-lg",
            sizes[size],
          )}
        >
          <header className="flex items-start gap-3 border-b border-line py-3 pr-3 pl-5">
            <div className="min-w-0 flex-1 pt-1">
              <Primitive.Title className="text-base font-semibold">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="mt-1 text-ink-2">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton icon={X} label={t("close")} />
            </Primitive.Close>
          </header>
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>}
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
