"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { IconButton } from "../ui/icon-button";
import type { NavKey } from "./nav-items";
import { NavList } from "./nav-list";

type Props = {
  items: readonly NavKey[];
  counts?: Partial<Record<NavKey, number>>;
  onClose: () => void;
};

export default function NavDrawerWindow({ items, counts, onClose }: Props) {
  const t = useTranslations("shell");
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/45 lg:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] overflow-y-auto bg-surface p-3 shadow-pop focus:outline-none lg:hidden"
        >
          <div className="mb-2 flex items-center justify-between pl-3">
            <Dialog.Title className="font-serif text-base font-semibold">{t("product")}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t("closeMenu")} />
            </Dialog.Close>
          </div>
          <NavList items={items} counts={counts} onNavigate={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
