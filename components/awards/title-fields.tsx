"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { EntityPicker, type PickerItem } from "../forms/entity-picker";
import { FormGrid } from "../forms/form-layout";
import { TextField } from "../forms/text-field";
import { ChoiceField } from "./choice-field";
import { DateFields } from "./date-fields";
import type { TitleRules } from "./use-title-rules";

type Props = {
  title: PickerItem | null;
  rules: TitleRules | null;
  status: "idle" | "asking" | "failed";
  onTitle: (id: number | null) => void;
  values: {
    levelCode: string;
    prizeLevelCode: string;
    rank: string;
    awardDate: string;
    awardYear: string;
    validTo: string;
  };
};

/** The title, and what follows from it: one level is chosen by itself, prize levels are asked only where there are some. */
export function TitleFields({ title, rules, status, onTitle, values }: Props) {
  const t = useTranslations("awards");
  const tc = useTranslations("common");
  const locale = useLocale();
  const [level, setLevel] = useState(values.levelCode);
  const [prize, setPrize] = useState(values.prizeLevelCode);
  const options = (list: TitleRules["levels"]) =>
    list.map(({ code, nameZh, nameEn }) => ({ value: code, label: locale === "en" ? nameEn : nameZh }));
  const levels = options(rules?.levels ?? []);
  const prizes = options(rules?.prizeLevels ?? []);
  const only = levels.length === 1 ? levels[0]!.value : null;
  const waiting = { idle: t("form.titleFirst"), asking: tc("loading"), failed: t("form.titleFailed") }[
    status
  ];
  return (
    <>
      <EntityPicker
        name="titleId"
        label={t("form.honorPick")}
        url="/honors/search"
        required
        defaultItems={[title]}
        onItems={([item]) => onTitle(item?.id ?? null)}
      />
      <FormGrid columns={3}>
        <ChoiceField
          name="levelCode"
          label={t("fields.level")}
          required
          options={levels}
          value={only ?? level}
          initial={values.levelCode}
          onValue={setLevel}
          disabled={!rules}
          hint={rules ? undefined : waiting}
        />
        <ChoiceField
          name="prizeLevelCode"
          label={t("fields.prizeLevel")}
          required={prizes.length > 0}
          options={prizes}
          value={prize}
          initial={values.prizeLevelCode}
          onValue={setPrize}
          disabled={prizes.length === 0}
          hint={!rules ? waiting : prizes.length === 0 ? t("form.noPrizeLevels") : undefined}
        />
        <TextField
          name="rank"
          label={t("fields.rank")}
          hint={t("form.rankHint")}
          inputMode="numeric"
          defaultValue={values.rank}
        />
        <DateFields awardDate={values.awardDate} awardYear={values.awardYear} validTo={values.validTo} />
      </FormGrid>
    </>
  );
}
