import { lengthOf } from "@/lib/kernel/text";
import { maxDataRows } from "./limits";
import { letters } from "./places";
import { rowOf } from "./xlsx-cells";
import {
  contentTypes,
  escapeXml,
  rootRelations,
  style,
  styles,
  workbookOf,
  workbookRelations,
  worksheetEnd,
  worksheetOpening,
} from "./xlsx-parts";
import { zip } from "./zip";

export type TemplateColumn = {
  header: string;
  note: string;
  example: string;
  required: boolean;
  /** In characters of Latin script; a Chinese one takes two. */
  width: number;
  /** What a drop-down offers, and nothing else may stand there. */
  choices?: readonly string[];
};
export type Template = {
  /** Of the sheet to fill in. */
  name: string;
  columns: readonly TemplateColumn[];
  /** Sentences of this template, below those that hold for every one. */
  notes?: readonly string[];
};
/** The words of the catalogs under `exchange.sheets`. */
export type SheetWords = (key: string) => string;

/**
 * A workbook to fill in: a sheet with headings and an example, one that says how, and a hidden one with what the drop-downs
 * offer. Whole columns have the text format, so that nothing typed there is rounded or turned into a date.
 */
export function writeTemplate(template: Template, words: SheetWords): AsyncGenerator<Buffer> {
  const lists = template.columns.map(({ choices = [] }) => choices).filter((list) => list.length > 0);
  const names = [template.name, words("notes"), words("choices")];
  const sheets = names.map((name, index) => ({ name, hidden: index === 2 }));
  const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted(template.name)}!$1:$1</definedName>`;
  return zip([
    { path: "[Content_Types].xml", text: [contentTypes(3)] },
    { path: "_rels/.rels", text: [rootRelations] },
    { path: "xl/workbook.xml", text: [workbookOf(sheets, titles)] },
    { path: "xl/_rels/workbook.xml.rels", text: [workbookRelations(3)] },
    { path: "xl/styles.xml", text: [styles] },
    { path: "xl/worksheets/sheet1.xml", text: [fillInSheet(template.columns, words)] },
    { path: "xl/worksheets/sheet2.xml", text: [notesSheet(template, words)] },
    { path: "xl/worksheets/sheet3.xml", text: [choicesSheet(lists)] },
  ]);
}

function fillInSheet(columns: readonly TemplateColumn[], words: SheetWords): string {
  const places = placesOf(columns.length);
  const area = `A1:${places.at(-1)}2`;
  const headers = columns.map(({ header, required }) => (required ? `${header}*` : header));
  const kinds = columns.map(({ required }) => (required ? style.required : style.header));
  const examples = columns.map(({ example }) => example && words("example") + example);
  const widths = columns.map(({ width }, index) => Math.max(width, widthOf(headers[index]!) + 2));
  return (
    worksheetOpening({ area, widths, frozen: true, kind: style.text }) +
    rowOf(1, places, headers, kinds) +
    rowOf(
      2,
      places,
      examples,
      columns.map(() => style.example),
    ) +
    worksheetEnd({ filter: null, area, validations: dropDowns(columns, words) })
  );
}

function dropDowns(columns: readonly TemplateColumn[], words: SheetWords): string {
  const sheet = quoted(words("choices"));
  const [title, text] = [escapeXml(words("choiceTitle")), escapeXml(words("choiceText"))];
  const rules: string[] = [];
  for (const [index, { choices = [] }] of columns.entries()) {
    if (choices.length === 0) continue;
    const [place, list] = [letters(index + 1), letters(rules.length + 1)];
    rules.push(
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${title}" error="${text}" sqref="${place}2:${place}${maxDataRows + 1}"><formula1>${sheet}!$${list}$1:$${list}$${choices.length}</formula1></dataValidation>`,
    );
  }
  if (rules.length === 0) return "";
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function notesSheet({ columns, notes = [] }: Template, words: SheetWords): string {
  const general = [words("headerNote"), words("exampleNote"), words("textNote"), ...notes];
  const head = [words("column"), words("need"), words("note"), words("sample")];
  const rows = columns.map(({ header, required, note, example }) => [
    header,
    words(required ? "required" : "optional"),
    note,
    example,
  ]);
  const places = placesOf(head.length);
  const kinds = [style.label, style.note, style.note, style.note];
  const lines = [
    ...general.map((text, index) => rowOf(index + 1, ["A"], [`${index + 1}. ${text}`], [style.text])),
    rowOf(
      general.length + 2,
      places,
      head,
      head.map(() => style.header),
    ),
    ...rows.map((cells, index) => rowOf(general.length + 3 + index, places, cells, kinds)),
  ];
  const area = `A1:${places.at(-1)}${general.length + 2 + rows.length}`;
  return (
    worksheetOpening({ area, widths: [20, 12, 70, 30], frozen: false }) +
    lines.join("") +
    worksheetEnd({ filter: null, area })
  );
}

function choicesSheet(lists: readonly (readonly string[])[]): string {
  const places = placesOf(lists.length);
  const height = Math.max(1, ...lists.map(({ length }) => length));
  const area = `A1:${places.at(-1) ?? "A"}${height}`;
  const rows = Array.from({ length: height }, (_, index) =>
    rowOf(
      index + 1,
      places,
      lists.map((list) => list[index] ?? null),
      lists.map(() => style.text),
    ),
  );
  const opening = worksheetOpening({
    area,
    widths: lists.length > 0 ? lists.map(() => 30) : [30],
    frozen: false,
  });
  return opening + rows.join("") + worksheetEnd({ filter: null, area });
}

function placesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => letters(index + 1));
}

function quoted(name: string): string {
  return `'${escapeXml(name.replaceAll("'", "''"))}'`;
}

/** Chinese characters and their punctuation are two wide. */
function widthOf(text: string): number {
  return lengthOf(text.replace(/[\u2e80-\uffef]/g, "__"));
}
