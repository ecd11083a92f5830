"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "../ui/icon-button";
import { useLoaded } from "../ui/use-loaded";
import type { NavKey } from "./nav-items";

type Props = { items: readonly NavKey[]; counts?: Partial<Record<NavKey, number>> };

const load = () => import("./nav-drawer-window");
const NavDrawerWindow = lazy(load);

/** The left side on phones and narrow windows; the window comes when it is wanted. */
export function NavDrawer(props: Props) {
  const t = useTranslations("shell");
  useLoaded(load);
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        icon={Menu}
        label={t("openMenu")}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className="lg:hidden"
      />
      {open && (
        <Suspense>
          <NavDrawerWindow {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
