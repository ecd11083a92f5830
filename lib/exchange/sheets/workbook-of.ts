import { letters } from "./places";
import type { Cell } from "./sheet";
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

export type PlainSheet = {
  name: string;
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly Cell[])[];
};

/** A workbook of several small sheets of text, each with its header on every printed page. */
export function writeSheets(sheets: readonly PlainSheet[]): AsyncGenerator<Uint8Array> {
  const titles = sheets.map(({ name }, index) => {
    const quoted = `'${escapeXml(name.replaceAll("'", "''"))}'!`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}$1:$1</definedName>`;
  });
  return zip([
    { path: "[Content_Types].xml", text: [contentTypes(sheets.length)] },
    { path: "_rels/.rels", text: [rootRelations] },
    { path: "xl/workbook.xml", text: [workbookOf(sheets, titles.join(""))] },
    { path: "xl/_rels/workbook.xml.rels", text: [workbookRelations(sheets.length)] },
    { path: "xl/styles.xml", text: [styles] },
    ...sheets.map((sheet, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      text: [sheetText(sheet)],
    })),
  ]);
}

function sheetText({ columns, rows }: PlainSheet): string {
  const places = columns.map((_, index) => letters(index + 1));
  const area = `A1:${letters(columns.length)}${rows.length + 1}`;
  const kinds = columns.map(() => style.note);
  const lines = [
    rowOf(
      1,
      places,
      columns.map(({ header }) => header),
      columns.map(() => style.header),
    ),
    ...rows.map((cells, index) => rowOf(index + 2, places, cells, kinds)),
  ];
  const widths = columns.map(({ width }) => width);
  return `${worksheetOpening({ area, widths, frozen: true })}${lines.join("")}${worksheetEnd({ filter: null, area })}`;
}
