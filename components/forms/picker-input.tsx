"use client";

import { Plus, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { cn } from "../ui/cn";
import { Spinner } from "../ui/spinner";
import { usePickerSearch, type PickerItem } from "./use-picker-search";

type Props = {
  ref?: Ref<HTMLInputElement>;
  id: string;
  url: string;
  params?: Record<string, string>;
  chosen: readonly PickerItem[];
  keepOpen: boolean;
  create?: { label: string; href: string };
  disabled?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  placeholder: string;
  /** Names the list of choices: the field's label. */
  listLabel?: string;
  onChoose: (item: PickerItem) => void;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** The combobox proper, after ARIA's pattern of an editable one with a list. */
export function PickerInput({
  ref,
  id,
  url,
  params,
  chosen,
  keepOpen,
  create,
  disabled,
  required,
  autoFocus,
  placeholder,
  listLabel,
  onChoose,
  ...described
}: Props) {
  const t = useTranslations("common.picker");
  const listId = useId();
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const search = usePickerSearch(url, query, open, params);
  const items = search.items.filter((item) => !chosen.some((one) => one.id === item.id));
  const settled = search.status === "found" && search.query === query;
  const at = Math.min(active, items.length - 1);

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [at]);

  function choose(item: PickerItem) {
    setQuery("");
    setActive(0);
    setOpen(keepOpen);
    onChoose(item);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      event.preventDefault();
      return setOpen(false);
    }
    if (event.key === "Tab") return setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (open && items.length > 0) setActive((at + step + items.length) % items.length);
      return setOpen(true);
    }
    if (event.key === "Enter") {
      // Enter in a picker chooses; it never sends the form.
      event.preventDefault();
      const item = items[at];
      if (open && item && settled) choose(item);
    }
  }

  return (
    <div
      className="relative"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
      />
      <input
        {...described}
        ref={ref}
        id={id}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && items[at] ? `${listId}-${items[at].id}` : undefined}
        aria-required={required || undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        autoFocus={autoFocus}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        className="control pl-8.5"
      />
      {open && search.status === "searching" && (
        <Spinner className="absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3" />
      )}
      <div
        className={cn(
          "absolute top-full left-0 z-30 mt-1 w-full min-w-72 animate-appear overflow-hidden rounded-md border border-line-strong bg-surface shadow-pop",
          !open && "hidden",
        )}
      >
        <ul
          ref={list}
          id={listId}
          role="listbox"
          aria-label={listLabel ?? t("choices")}
          aria-multiselectable={keepOpen || undefined}
          className="max-h-72 overflow-y-auto py-1"
        >
          {items.map((item, index) => (
            <li
              key={item.id}
              id={`${listId}-${item.id}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(item)}
              onMouseMove={() => setActive(index)}
              className={cn(
                "flex min-h-8 cursor-pointer flex-wrap items-baseline gap-x-3 px-3 py-1 max-md:min-h-11",
                index === at && "bg-sunken",
              )}
            >
              <span className="font-medium">{item.label}</span>
              {item.hint && <span className="text-xs text-ink-3">{item.hint}</span>}
            </li>
          ))}
        </ul>
        <p
          role="status"
          className={cn("px-3 py-2 text-xs text-ink-3", settled && items.length > 0 && "sr-only")}
        >
          {!open
            ? ""
            : search.status === "failed"
              ? t("failed")
              : !settled
                ? t("searching")
                : items.length > 0
                  ? t("count", { count: items.length })
                  : query.trim()
                    ? t("nothing", { query: query.trim() })
                    : t("nothingYet")}
        </p>
        {create && (
          <a
            href={create.href}
            target="_blank"
            rel="noreferrer"
            className="flex min-h-9 items-center gap-1.5 border-t border-line px-3 text-ink-2 hover:bg-sunken hover:text-ink max-md:min-h-11"
          >
            <Plus aria-hidden className="size-4" />
            {create.label}
          </a>
        )}
      </div>
    </div>
  );
}
