"use client";

import { Check, CircleAlert, CircleHelp, Clock, UserSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { cn } from "../../ui/cn";
import { Spinner } from "../../ui/spinner";
import type { RowStatus } from "./status";

type Props = Omit<ComponentProps<"button">, "children"> & {
  status: RowStatus;
  twice?: "list" | "entered";
  faulty: boolean;
  label: string;
  onOpen: () => void;
};

const looks = {
  ready: { icon: Check, tone: "text-success" },
  waiting: { icon: Clock, tone: "text-info" },
  choose: { icon: UserSearch, tone: "text-warning" },
  unknown: { icon: CircleHelp, tone: "text-danger" },
} as const;

/** How far a row has come, in a word and a colour; pressed, it shows who may be meant. Tab stops here only where something is to be decided. */
export function RowStatusButton({ status, twice, faulty, label, onOpen, ...props }: Props) {
  const t = useTranslations("awards-lists.status");
  const { state, people } = status;
  if (state === "blank") return <span {...(props as ComponentProps<"span">)} className="block min-h-8" />;
  const open = people.filter((person) => person.state === "choose" || person.state === "unknown");
  const text = {
    asking: t("asking"),
    ready: people.map(({ who }) => who?.hint || who?.label).join("；"),
    waiting: t("waiting", { count: people.filter((person) => person.state === "waiting").length }),
    choose: t("choose", { count: open[0]?.candidates.length ?? 0 }),
    unknown: people.length === 0 ? t("noName") : t("unknown"),
  }[state];
  const { icon: Icon, tone } = state === "asking" ? { icon: null, tone: "text-ink-3" } : looks[state];
  const proposed = people.some((person) => person.state === "proposed");
  return (
    <button
      {...props}
      type="button"
      aria-label={`${label} ${text}`}
      aria-haspopup="dialog"
      tabIndex={open.length > 0 ? 0 : -1}
      onClick={onOpen}
      className="flex min-h-8 w-full items-start gap-1.5 rounded-sm px-1.5 py-1 text-left text-xs leading-5 hover:bg-sunken"
    >
      {Icon ? (
        <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", tone)} />
      ) : (
        <Spinner className="mt-0.5" />
      )}
      <span className="flex min-w-0 flex-1 flex-wrap gap-x-2" title={text}>
        <span className={cn("line-clamp-2", state === "ready" ? "text-ink-2" : tone)}>{text}</span>
        {open[0]?.fault && <span className="text-danger">{t("numberOfAnother")}</span>}
        {state === "ready" && proposed && <span className="text-ink-3">{t("proposed")}</span>}
        {twice && (
          <span className="inline-flex items-center gap-1 text-warning">
            <CircleAlert aria-hidden className="size-3.5" />
            {t(twice === "entered" ? "entered" : "twice")}
          </span>
        )}
        {faulty && <span className="text-danger">{t("faulty")}</span>}
      </span>
    </button>
  );
}
