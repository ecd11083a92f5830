"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import {
  checkDateParts,
  formatPartialDate,
  isFullDate,
  parsePartialDate,
  splitDateText,
} from "@/lib/kernel/partial-date";
import { Field } from "../ui/field";
import { textOf } from "./field-values";
import { useFaultText } from "./use-fault-text";
import { spanClass, useField, type FieldProps } from "./use-field";

type Props = FieldProps & { defaultValue?: string | null; precision?: "any" | "day" };

/** One line that takes a date the way people write it, as exact as it is known, and says below how it was understood. */
export function PartialDateField({
  name,
  label,
  hint,
  required,
  span,
  disabled,
  defaultValue,
  precision = "any",
}: Props) {
  const t = useTranslations("common.date");
  const say = useFaultText();
  const locale = useLocale() === "en" ? "en" : "zh-CN";
  const [text, setText] = useState(defaultValue ?? "");
  const [left, setLeft] = useState(false);
  const parts = splitDateText(text);
  const made = parts && checkDateParts(parts);
  const date = made?.ok ? made.value : null;
  const inWords = (value: unknown) => {
    const known = parsePartialDate(textOf(value));
    return known ? formatPartialDate(known, locale) : textOf(value);
  };
  const { id, error, form } = useField(name, label, {
    set: (value) => setText(textOf(value)),
    show: inWords,
  });
  const doubt =
    text.trim() === ""
      ? undefined
      : made === null
        ? t("unclear")
        : !made.ok
          ? say(made.fault)
          : precision === "day" && !isFullDate(made.value)
            ? t("needsDay")
            : undefined;
  const understood = date && !doubt ? t("understood", { date: formatPartialDate(date, locale) }) : undefined;
  return (
    <div className={spanClass(span)}>
      <Field
        id={id}
        label={label}
        required={required}
        hint={
          understood ?? hint ?? (text ? undefined : t(precision === "day" ? "dayPlaceholder" : "placeholder"))
        }
        error={left && doubt ? doubt : error}
      >
        <input
          type="text"
          autoComplete="off"
          disabled={disabled}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setLeft(false);
            form.touch(name);
          }}
          onBlur={() => setLeft(true)}
          className="control tabular-nums"
        />
      </Field>
      <input
        type="hidden"
        name={name}
        value={date ?? text.trim()}
        data-initial={defaultValue ?? ""}
        disabled={disabled}
      />
    </div>
  );
}
