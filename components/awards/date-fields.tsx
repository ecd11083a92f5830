"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { splitDateText } from "@/lib/kernel/partial-date";
import { textOf } from "../forms/field-values";
import { PartialDateField } from "../forms/partial-date-field";
import { useField } from "../forms/use-field";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

type Props = { awardDate: string; awardYear: string; validTo: string };

/** The year of the award follows its date until somebody types another. */
export function DateFields({ awardDate, awardYear, validTo }: Props) {
  const t = useTranslations("awards");
  const [year, setYear] = useState(awardYear);
  const [own, setOwn] = useState(awardYear !== "" && awardYear !== awardDate.slice(0, 4));
  const { id, error, form } = useField("awardYear", t("fields.awardYear"), {
    set: (value) => {
      setYear(textOf(value));
      setOwn(true);
    },
  });

  function follow(text: string) {
    const found = splitDateText(text)?.year;
    if (!own && found) setYear(String(found));
  }

  return (
    <>
      <div onChange={(event) => follow((event.target as HTMLInputElement).value)}>
        <PartialDateField name="awardDate" label={t("fields.awardDate")} required defaultValue={awardDate} />
      </div>
      <Field id={id} label={t("fields.awardYear")} hint={t("form.awardYearHint")} error={error}>
        <Input
          name="awardYear"
          inputMode="numeric"
          autoComplete="off"
          data-initial={awardYear}
          value={year}
          onChange={(event) => {
            setYear(event.target.value);
            setOwn(event.target.value !== "");
            form.touch("awardYear");
          }}
          className="tabular-nums"
        />
      </Field>
      <PartialDateField
        name="validTo"
        label={t("fields.validTo")}
        hint={t("form.validToHint")}
        defaultValue={validTo}
      />
    </>
  );
}
