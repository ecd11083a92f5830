"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "../ui/field";
import { readMoney, showMoney } from "./money";
import { textOf } from "./field-values";
import { spanClass, useField, type FieldProps } from "./use-field";

type Props = FieldProps & { defaultValue?: string | number | null; unit?: string };

/** Posts plain decimals; text that is no amount is posted as typed, for the server to refuse. */
export function MoneyField({ name, label, hint, required, span, disabled, defaultValue, unit }: Props) {
  const t = useTranslations("common");
  const initial = readMoney(textOf(defaultValue)) ?? textOf(defaultValue);
  const [text, setText] = useState(() => (initial ? showMoney(initial) : ""));
  const [left, setLeft] = useState(false);
  const amount = readMoney(text);
  const unclear = left && text.trim() !== "" && amount === null;
  const { id, error, form } = useField(name, label, {
    set: (value) => setText(showMoney(readMoney(textOf(value)) ?? textOf(value))),
    show: (value) => showMoney(readMoney(textOf(value)) ?? textOf(value)),
  });
  return (
    <div className={spanClass(span)}>
      <Field
        id={id}
        label={t("withUnit", { label, unit: unit ?? t("yuan") })}
        hint={hint}
        error={unclear ? t("money.unclear") : error}
        required={required}
      >
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          disabled={disabled}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setLeft(false);
            form.touch(name);
          }}
          onBlur={() => {
            setLeft(true);
            if (amount !== null) setText(showMoney(amount));
          }}
          className="control tabular-nums"
        />
      </Field>
      <input
        type="hidden"
        name={name}
        value={amount ?? text.trim()}
        data-initial={initial}
        disabled={disabled}
      />
    </div>
  );
}
