"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "../ui/cn";
import type { PickerItem } from "./use-picker-search";

type Props = {
  items: readonly PickerItem[];
  single: boolean;
  id: string;
  invalid: boolean;
  disabled?: boolean;
  focus: boolean;
  onRemove: (item: PickerItem) => void;
};

/** What was chosen. A single one stands where its input stood, and its button takes the label's click. */
export function PickerChips({ items, single, id, invalid, disabled, focus, onRemove }: Props) {
  const t = useTranslations("common.picker");
  return (
    <ul className={cn("min-w-0", single ? "" : "flex flex-wrap gap-1.5")}>
      {items.map((item) => (
        <li
          key={item.id}
          className={cn(
            "flex min-w-0 items-center",
            single ? "control py-0 pr-0" : "max-w-full rounded-sm border border-line-strong bg-sunken pl-2",
            single && invalid && "border-danger bg-danger-tint",
          )}
        >
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 py-1">
            <span className="font-medium">{item.label}</span>
            {item.hint && <span className="truncate text-xs text-ink-3">{item.hint}</span>}
          </span>
          <button
            type="button"
            id={single ? id : undefined}
            // The choice has just replaced the input that had the focus.
            autoFocus={focus}
            disabled={disabled}
            onClick={() => onRemove(item)}
            aria-label={t("removeItem", { label: item.label })}
            className={cn(
              "grid shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-line hover:text-honor",
              single ? "size-7 max-md:size-10" : "size-6 max-md:size-9",
            )}
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
