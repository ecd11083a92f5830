/** The parts of a workbook that do not depend on its rows (ECMA-376, transitional). */

/** Indexes into the cell styles below. */
export const style = { header: 1, text: 2, money: 3, label: 4, note: 5, required: 6, example: 7 } as const;

const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

export function contentTypes(sheets: number): string {
  const parts = numbers(sheets).map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  return `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${parts.join("")}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
}

export const rootRelations = relations([["officeDocument", "xl/workbook.xml"]]);

export function workbookRelations(sheets: number): string {
  const targets = numbers(sheets).map((number) => ["worksheet", `worksheets/sheet${number}.xml`] as const);
  return relations([...targets, ["styles", "styles.xml"]]);
}

/** Two sheets; the first one's header is what the filter hangs on and what every printed page repeats. */
export function workbook(names: readonly [string, string], area: string): string {
  const quoted = `'${escapeXml(names[0].replaceAll("'", "''"))}'!`;
  const defined = [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}${area}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}$1:$1</definedName>`,
  ];
  return workbookOf(
    names.map((name) => ({ name })),
    defined.join(""),
  );
}

export function workbookOf(sheets: readonly { name: string; hidden?: boolean }[], defined: string): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ` state="hidden"` : ""} r:id="rId${index + 1}"/>`,
  );
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join("")}</sheets><definedNames>${defined}</definedNames></workbook>`;
}

/** Cells of text have the text format (49), so that numbers of documents and people survive editing. */
export const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="4"><font><sz val="11"/><name val="等线"/><family val="2"/><charset val="134"/></font><font><b/><sz val="11"/><name val="等线"/><family val="2"/><charset val="134"/></font><font><b/><sz val="11"/><color rgb="FFB3261E"/><name val="等线"/><family val="2"/><charset val="134"/></font><font><i/><sz val="11"/><color rgb="FF7A7268"/><name val="等线"/><family val="2"/><charset val="134"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1EEEA"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF968D81"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="2" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export function worksheetOpening({
  area,
  widths,
  frozen,
  kind,
}: {
  area: string;
  widths: readonly number[];
  frozen: boolean;
  /** The style of cells that nobody has filled yet. */
  kind?: number;
}): string {
  const pane = frozen ? `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` : "";
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}"${kind === undefined ? "" : ` style="${kind}"`} customWidth="1"/>`,
  );
  return `${xml}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${area}"/><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols><sheetData>`;
}

/** A4, landscape, as wide as the paper. Numbers that are text (years, work numbers) are meant to be. */
export function worksheetEnd({
  filter,
  area,
  validations = "",
}: {
  filter: string | null;
  area: string;
  validations?: string;
}): string {
  const autoFilter = filter ? `<autoFilter ref="${filter}"/>` : "";
  return `</sheetData>${autoFilter}${validations}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

/** Text as XML takes it, with what Excel would read as an escape (_x0041_) escaped itself. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"\r]/g, (mark) => entities[mark]!);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const rows = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${xml}<Relationships xmlns="${packages}/relationships">${rows.join("")}</Relationships>`;
}
