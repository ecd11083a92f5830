"use client";

import { useTranslations } from "next-intl";
import {
  importModes,
  type ImportKind,
  type ImportMode,
  type ImportOptions,
} from "@/lib/exchange/imports/schema";
import { FormGrid, FormSection } from "../../forms/form-layout";
import { PartialDateField } from "../../forms/partial-date-field";
import { ChoiceRow } from "./choice-row";

type Props = { kind: ImportKind; mode: ImportMode; options: ImportOptions };

/** What holds for the whole batch. Awards alone have more than the mode. */
export function OptionFields({ kind, mode, options }: Props) {
  const t = useTranslations("imports.options");
  return (
    <FormSection title={t("title")} hint={t("hint")}>
      <ChoiceRow
        name="mode"
        label={t("mode")}
        value={mode}
        choices={importModes.map((value) => ({
          value,
          label: t(`modes.${value}`),
          hint: t(`modeHints.${value}`),
        }))}
      />
      {kind === "employees" && (
        <FormGrid>
          <PartialDateField
            name="options.assignedFrom"
            label={t("assignedFrom")}
            hint={t("assignedFromHint")}
            defaultValue={options.assignedFrom ?? ""}
          />
        </FormGrid>
      )}
      {kind === "awards" && (
        <>
          <ChoiceRow
            name="options.state"
            label={t("state")}
            value={options.state ?? "draft"}
            choices={(["draft", "submitted"] as const).map((value) => ({
              value,
              label: t(`states.${value}`),
              hint: t(`stateHints.${value}`),
            }))}
          />
          <ChoiceRow
            name="options.source"
            label={t("source")}
            value={options.source ?? "import"}
            choices={(["import", "legacy"] as const).map((value) => ({
              value,
              label: t(`sources.${value}`),
              hint: t(`sourceHints.${value}`),
            }))}
          />
          <ChoiceRow
            name="options.unknownDocuments"
            label={t("unknownDocuments")}
            value={options.unknownDocuments ?? "fault"}
            choices={(["fault", "create"] as const).map((value) => ({
              value,
              label: t(`unknown.${value}`),
              hint: t(`unknownHints.${value}`),
            }))}
          />
        </>
      )}
    </FormSection>
  );
}
