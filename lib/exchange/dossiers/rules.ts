import type { PlainSheet } from "../sheets/workbook-of";
import { type Dossier, type DossierRow, type DossierSection, dossierSections } from "./schema";

/** Translator of the namespace dossiers, which says whether it has a word. */
export type Words = ((key: string, values?: Record<string, string | number>) => string) & {
  has(key: string): boolean;
};

/** A sheet for each section; the first, and the account, as labels and values below each other. */
export function sheetsOf(dossier: Dossier, words: Words): PlainSheet[] {
  return dossierSections.map((section) => {
    const name = words(`sections.${section}`);
    const rows = dossier[section];
    return section === "person" || section === "account"
      ? listed(section, name, rows[0] ?? {}, words)
      : tabled(section, name, rows, words);
  });
}

function listed(section: DossierSection, name: string, row: DossierRow, words: Words): PlainSheet {
  return {
    name,
    columns: [
      { header: words("field"), width: 24 },
      { header: words("value"), width: 60 },
    ],
    rows: Object.entries(row).map(([field, value]) => [
      label(field, words),
      said(section, field, value, words),
    ]),
  };
}

function tabled(section: DossierSection, name: string, rows: DossierRow[], words: Words): PlainSheet {
  const fields = Object.keys(rows[0] ?? { none: null });
  return {
    name,
    columns: fields.map((field) => ({
      header: rows.length === 0 ? words("none") : label(field, words),
      width: wide.includes(field) ? 40 : 18,
    })),
    rows: rows.map((row) => fields.map((field) => said(section, field, row[field] ?? null, words))),
  };
}

const wide = [
  "titleName",
  "documents",
  "reason",
  "deeds",
  "explanation",
  "answer",
  "data",
  "before",
  "after",
  "userAgent",
];

function label(field: string, words: Words): string {
  return words.has(`fields.${field}`) ? words(`fields.${field}`) : field;
}

/** Codes in words where there are any: the JSON beside it has them as they are. */
function said(
  section: DossierSection,
  field: string,
  value: DossierRow[string],
  words: Words,
): string | null {
  if (value === null) return null;
  if (typeof value === "boolean") return words(value ? "yes" : "no");
  const text = String(value);
  for (const key of [`values.${section}_${field}.${text}`, `values.${field}.${text}`])
    if (/^[\w.]+$/.test(text) && words.has(key)) return words(key);
  return text;
}
