"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { cn } from "../ui/cn";
import { describe, FieldNotes, Label } from "../ui/field";
import { textOf } from "./field-values";
import { PickerChips } from "./picker-chips";
import { PickerInput } from "./picker-input";
import { spanClass, useField, type FieldProps } from "./use-field";
import type { PickerItem } from "./use-picker-search";

export type { PickerItem } from "./use-picker-search";

type Props = FieldProps & {
  /** GET `url?q=…&limit=20` answers `{ items: PickerItem[] }`. */
  url: string;
  multiple?: boolean;
  defaultItems?: readonly (PickerItem | null | undefined)[];
  params?: Record<string, string>;
  onItems?: (items: readonly PickerItem[]) => void;
  /** Where a missing one is made; opens beside this page, so that nothing typed here is lost. */
  create?: { label: string; href: string };
  placeholder?: string;
};

/** Picks people, units, titles… by name, pinyin or number. What is chosen stays readable with its hint, so that namesakes are told apart. */
export function EntityPicker({
  name,
  label,
  hint,
  required,
  span,
  disabled,
  url,
  multiple = false,
  defaultItems = [],
  params,
  onItems,
  create,
  placeholder,
}: Props) {
  const t = useTranslations("common.picker");
  const [items, setItems] = useState<readonly PickerItem[]>(() =>
    defaultItems.filter((item) => item != null),
  );
  const input = useRef<HTMLInputElement>(null);
  const { id, error, form } = useField(name, label, {
    list: multiple,
    set: (value) => change(itemsOf(value, items)),
    show: (value) =>
      itemsOf(value, items)
        .map((item) => item.label)
        .join("、"),
  });
  const [initial] = useState(() => textOf(items));
  const [refocus, setRefocus] = useState(false);
  const posted = multiple ? `${name}[]` : name;
  const room = multiple || items.length === 0;

  function change(next: readonly PickerItem[]) {
    setItems(next);
    form.touch(name);
    onItems?.(next);
  }

  function choose(item: PickerItem) {
    if (!multiple) {
      setRefocus(true);
      return change([item]);
    }
    if (!items.some((chosen) => chosen.id === item.id)) change([...items, item]);
  }

  function remove(item: PickerItem) {
    setRefocus(true);
    change(items.filter((chosen) => chosen.id !== item.id));
  }

  return (
    <div className={cn("min-w-0 space-y-1", spanClass(span))}>
      <Label htmlFor={id} required={required}>
        {label}
      </Label>
      {items.length > 0 && (
        <PickerChips
          items={items}
          single={!multiple}
          id={id}
          invalid={Boolean(error)}
          disabled={disabled}
          focus={refocus && !multiple}
          onRemove={remove}
        />
      )}
      {room && (
        <PickerInput
          ref={input}
          id={id}
          url={url}
          params={params}
          chosen={items}
          keepOpen={multiple}
          create={create}
          disabled={disabled}
          required={required}
          autoFocus={refocus && !multiple}
          placeholder={placeholder ?? t("placeholder")}
          listLabel={label}
          onChoose={choose}
          {...describe(id, { hint, error })}
        />
      )}
      {items.map((item) => (
        <input
          key={item.id}
          type="hidden"
          name={posted}
          value={item.id}
          data-initial={initial}
          disabled={disabled}
        />
      ))}
      {items.length === 0 && !multiple && (
        <input type="hidden" name={posted} value="" data-initial={initial} disabled={disabled} />
      )}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** Items out of what a server gave back: items themselves, or bare ids of ones we know. */
function itemsOf(value: unknown, known: readonly PickerItem[]): PickerItem[] {
  return [value].flat().flatMap((one): PickerItem[] => {
    if (typeof one === "object" && one !== null && "id" in one && "label" in one) return [one as PickerItem];
    const text = textOf(one);
    return text === ""
      ? []
      : [known.find((item) => String(item.id) === text) ?? { id: Number(text), label: `#${text}` }];
  });
}
