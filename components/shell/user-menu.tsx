"use client";

import { ChevronDown, KeyRound, LogOut, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from "../ui/dropdown-menu";

type Props = { name: string; hint?: string; signOut: () => Promise<void> };

export function UserMenu({ name, hint, signOut }: Props) {
  const t = useTranslations("shell");
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <DropdownMenu
        label={t("userMenu")}
        trigger={
          <button
            type="button"
            aria-label={`${t("userMenu")}：${name}`}
            className="inline-flex h-8 max-w-40 min-w-0 items-center gap-1 rounded-sm px-2 font-medium hover:bg-sunken max-md:h-11"
          >
            <span className="truncate">{name}</span>
            <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
          </button>
        }
      >
        {hint && (
          <>
            <MenuLabel>{hint}</MenuLabel>
            <MenuSeparator />
          </>
        )}
        <MenuItem href="/settings/password" icon={<KeyRound aria-hidden />}>
          {t("changePassword")}
        </MenuItem>
        <MenuItem href="/settings/security" icon={<ShieldCheck aria-hidden />}>
          {t("security")}
        </MenuItem>
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => form.current?.requestSubmit()}>
          {t("signOut")}
        </MenuItem>
      </DropdownMenu>
      <form ref={form} action={signOut} hidden />
    </>
  );
}
