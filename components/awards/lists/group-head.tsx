"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { Named } from "@/lib/awards/queries";
import { findTitles } from "@/lib/awards/lists/rules";
import type { TitleChoice } from "@/lib/awards/lists/schema";
import { checkDateParts, formatPartialDate, splitDateText } from "@/lib/kernel/partial-date";
import { PickerInput } from "../../forms/picker-input";
import { PickerChips } from "../../forms/picker-chips";
import { useFaultText } from "../../forms/use-fault-text";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { inLanguage } from "../named";
import type { Change, Group } from "./model";

type Props = {
  group: Group;
  titles: readonly TitleChoice[];
  titleOf: ReadonlyMap<number, TitleChoice>;
  levels: readonly Named[];
  prizes: readonly Named[];
  context: string;
  faults?: Record<string, string[]>;
  change: (change: Change) => void;
};

/** What holds for all rows of a group, set once: the title, and what it leaves to choose; when it was given. */
export function GroupHead({ group, titles, titleOf, levels, prizes, context, faults = {}, change }: Props) {
  const t = useTranslations("awards-lists");
  const ta = useTranslations("awards");
  const tc = useTranslations("common");
  const locale = useLocale();
  const say = useFaultText();
  const id = useId();
  const title = titleOf.get(group.titleId ?? 0);
  const set = (patch: Partial<Omit<Group, "key" | "rows">>) =>
    change({ type: "group", group: group.key, patch });
  const error = (field: string) => faults[field]?.map((text) => say(text)).join(" ");
  const nameOf = (one: TitleChoice) => (locale === "en" && one.nameEn ? one.nameEn : one.name);
  const options = (codes: readonly string[], values: readonly Named[]) =>
    values
      .filter(({ code }) => codes.includes(code))
      .map((value) => ({ value: value.code, label: inLanguage(locale, value) }));
  const guesses = title || group.heading === "" ? [] : findTitles(group.heading, titles, context).slice(0, 4);
  const parts = splitDateText(group.awardDate);
  const made = parts && checkDateParts(parts);

  function choose(found: TitleChoice | null) {
    set({
      titleId: found?.id ?? null,
      levelCode: found?.levels.length === 1 ? found.levels[0]! : "",
      prizeLevelCode: found?.prizeLevels.includes(group.prizeLevelCode) ? group.prizeLevelCode : "",
    });
  }

  return (
    <div className="grid grid-cols-2 items-start gap-x-3 gap-y-2 md:grid-cols-[minmax(16rem,2fr)_8rem_8rem_9rem_6rem_6rem]">
      <div className="col-span-2 min-w-0 md:col-span-1">
        <Field
          id={`${id}-title`}
          label={ta("fields.title")}
          required
          error={error("titleId")}
          hint={title || !group.heading ? undefined : t("headingSays", { heading: group.heading })}
        >
          {title ? (
            <TitleChip title={title} label={nameOf(title)} id={`${id}-title`} onRemove={() => choose(null)} />
          ) : (
            <TitleInput
              id={`${id}-title`}
              group={group.key}
              placeholder={t("titleHint")}
              label={ta("fields.title")}
              onChoose={(chosen) => choose(titleOf.get(chosen) ?? null)}
            />
          )}
        </Field>
        {guesses.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-x-3 text-xs">
            <span className="text-ink-3">{t("perhaps")}</span>
            {guesses.map((guess) => (
              <button
                key={guess.id}
                type="button"
                onClick={() => choose(guess)}
                className="underline decoration-line-strong underline-offset-3 hover:text-honor"
              >
                {nameOf(guess)}
              </button>
            ))}
          </p>
        )}
      </div>
      <Field id={`${id}-level`} label={ta("fields.level")} error={error("levelCode")}>
        <Select
          value={group.levelCode}
          disabled={!title}
          placeholder={tc("choose")}
          options={options(title?.levels ?? [], levels)}
          onChange={(event) => set({ levelCode: event.target.value })}
        />
      </Field>
      <Field
        id={`${id}-prize`}
        label={ta("fields.prizeLevel")}
        required={Boolean(title?.prizeLevels.length)}
        error={error("prizeLevelCode")}
      >
        <Select
          value={group.prizeLevelCode}
          disabled={!title?.prizeLevels.length}
          placeholder={title && title.prizeLevels.length === 0 ? t("noPrize") : tc("choose")}
          options={options(title?.prizeLevels ?? [], prizes)}
          onChange={(event) => set({ prizeLevelCode: event.target.value })}
        />
      </Field>
      <Field
        id={`${id}-date`}
        label={ta("fields.awardDate")}
        required
        error={error("awardDate")}
        hint={made?.ok ? formatPartialDate(made.value, locale === "en" ? "en" : "zh-CN") : undefined}
      >
        <Input
          value={group.awardDate}
          autoComplete="off"
          onChange={(event) => set({ awardDate: event.target.value })}
        />
      </Field>
      <Field id={`${id}-year`} label={ta("fields.awardYear")} error={error("awardYear")}>
        <Input
          value={group.awardYear}
          inputMode="numeric"
          autoComplete="off"
          placeholder={made?.ok ? made.value.slice(0, 4) : ""}
          onChange={(event) => set({ awardYear: event.target.value })}
        />
      </Field>
      <Field id={`${id}-stated`} label={t("stated")}>
        <Input
          value={group.stated}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => set({ stated: event.target.value.replace(/\D/g, "").slice(0, 4) })}
        />
      </Field>
    </div>
  );
}

function TitleChip({
  title,
  label,
  id,
  onRemove,
}: {
  title: TitleChoice;
  label: string;
  id: string;
  onRemove: () => void;
}) {
  return (
    <PickerChips
      items={[{ id: title.id, label }]}
      single
      id={id}
      invalid={false}
      focus={false}
      onRemove={onRemove}
    />
  );
}

function TitleInput({
  id,
  group,
  label,
  placeholder,
  onChoose,
}: {
  id: string;
  group: string;
  label: string;
  placeholder: string;
  onChoose: (id: number) => void;
}) {
  return (
    <div data-title-of={group}>
      <PickerInput
        id={id}
        url="/honors/search"
        chosen={[]}
        keepOpen={false}
        required
        placeholder={placeholder}
        listLabel={label}
        onChoose={(item) => onChoose(item.id)}
      />
    </div>
  );
}
