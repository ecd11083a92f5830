"use client";

import { useTranslations } from "next-intl";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { RowList } from "@/components/forms/row-list";
import { TextField } from "@/components/forms/text-field";
import { propertiesMax } from "@/lib/achievements/schema";

export type PropertyRow = Record<(typeof fields)[number], string>;
const fields = ["type", "number", "owner", "grantedOn", "status"] as const;

export function PropertyRows({ rows }: { rows: readonly PropertyRow[] }) {
  const t = useTranslations("achievements");
  return (
    <RowList<PropertyRow>
      name="properties"
      label={t("property.rows")}
      rows={rows}
      max={propertiesMax}
      dense
      rowLabel={(index) => t("property.row", { number: index + 1 })}
      addLabel={t("property.add")}
      blank={() => rowOf({})}
      stale={{
        value: rowOf,
        row: rowOf,
        show: (value, index) =>
          t("property.show", {
            number: index + 1,
            text: Object.values(rowOf(value)).filter(Boolean).join(" "),
          }),
      }}
    >
      {(row, { path }) => (
        <div className="grid items-start gap-x-4 gap-y-2 md:grid-cols-6">
          <Text path={path} name="type" row={row} className="md:col-span-2" required />
          <Text path={path} name="number" row={row} className="md:col-span-2" required />
          <Text path={path} name="owner" row={row} className="md:col-span-2" />
          <div className="md:col-span-2">
            <PartialDateField
              name={`${path}.grantedOn`}
              label={t("property.grantedOn")}
              hint=""
              defaultValue={row.grantedOn}
            />
          </div>
          <Text path={path} name="status" row={row} className="md:col-span-2" />
        </div>
      )}
    </RowList>
  );
}

type TextProps = {
  path: string;
  name: keyof PropertyRow;
  row: PropertyRow;
  className: string;
  required?: boolean;
};

function Text({ path, name, row, className, required }: TextProps) {
  const t = useTranslations("achievements");
  const example = name === "type" || name === "status" ? t(`property.${name}Hint`) : undefined;
  return (
    <div className={className}>
      <TextField
        name={`${path}.${name}`}
        label={t(`property.${name}`)}
        required={required}
        placeholder={example}
        defaultValue={row[name]}
      />
    </div>
  );
}

function rowOf(value: Record<string, unknown>): PropertyRow {
  return Object.fromEntries(fields.map((name) => [name, String(value[name] ?? "")])) as PropertyRow;
}
