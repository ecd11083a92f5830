"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState, type ComponentProps } from "react";

import { useLoaded } from "../ui/use-loaded";

type Props = { name: string; hint?: string; signOut: () => Promise<void> };

const load = () => import("./user-menu-items");
const UserMenuItems = lazy(load);

/** The person's own menu; what opens it comes when it is wanted. */
export function UserMenu(props: Props) {
  useLoaded(load);
  const [wanted, setWanted] = useState(false);
  const button = <MenuButton name={props.name} />;
  if (!wanted) return <MenuButton name={props.name} aria-haspopup="menu" onClick={() => setWanted(true)} />;
  return (
    <Suspense fallback={button}>
      <UserMenuItems {...props} trigger={button} />
    </Suspense>
  );
}

function MenuButton({ name, ...props }: ComponentProps<"button"> & { name: string }) {
  const t = useTranslations("shell");
  return (
    <button
      {...props}
      type="button"
      aria-label={`${t("userMenu")}：${name}`}
      className="inline-flex h-8 max-w-40 min-w-0 items-center gap-1 rounded-sm px-2 font-medium hover:bg-sunken max-md:h-11"
    >
      <span className="truncate">{name}</span>
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
    </button>
  );
}
