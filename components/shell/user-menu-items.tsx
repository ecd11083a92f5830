"use client";

import { KeyRound, LogOut, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, type ReactNode } from "react";
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from "../ui/dropdown-menu";

type Props = { hint?: string; signOut: () => Promise<void>; trigger: ReactNode };

/** Comes open: it is loaded when somebody pressed its button. */
export default function UserMenuItems({ hint, signOut, trigger }: Props) {
  const t = useTranslations("shell");
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <DropdownMenu label={t("userMenu")} trigger={trigger} startsOpen>
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
