import { areaOf, columnOf, letters } from "./places";
import { attributeOf, type CellStyles, withAttribute } from "./returned-styles";
import { spliced, type Splicer, type TagPlace } from "./splice";
import { clipped } from "./xlsx-cells";
import { escapeXml } from "./xlsx-parts";

/** What to colour in a row (columns from 0), and what to say about it. */
export type RowReasons = { columns: readonly number[]; text: string };
export type ReasonColumn = { column: number; isThere: boolean };
export type SheetEdits = ReasonColumn & {
  headerRow: number;
  heading: string;
  reasons: ReadonlyMap<number, RowReasons>;
  styles: CellStyles | null;
};

const reasonWidth = 60;

/** A worksheet's part with the column of reasons and the cells at fault coloured; no cell's content is touched. */
export function editedSheet(chunks: AsyncIterable<Uint8Array>, edits: SheetEdits): AsyncGenerator<string> {
  return spliced(chunks, (splicer) => {
    const columns = columnEvents(splicer, edits);
    const rows = rowEvents(splicer, edits, columns.styleOf);
    return {
      held: rows.held,
      open: (name, values, place, tag) => {
        if (name === "row") rows.openRow(values.r, values.s, place(), tag.isSelfClosing);
        else if (name === "c") rows.openCell(values.r, values.s, place);
        else if (name === "cols" || name === "col") columns.open(name, place());
        else if (name === "sheetData") columns.beforeRows(place(), tag.name.slice(0, -name.length));
        else if (name === "dimension") widen(splicer, place(), edits.column);
      },
      close: (name, place, tag) => {
        if (name === "c") rows.closeCell(place);
        else if (name === "row" && !tag.isSelfClosing) rows.closeRow(place());
        else if (name === "cols") columns.close(place());
      },
    };
  });
}

function rowEvents({ replace }: Splicer, edits: SheetEdits, styleOf: (column: number) => number) {
  const { column: reasonColumn, isThere, headerRow, heading, reasons, styles } = edits;
  let row = 0;
  let rowStyle: number | null = null;
  let column = -1;
  let prefix = "";
  let headingStyle: number | null = null;
  /** Cells of this row that are still to come, in their order. */
  let due: number[] = [];
  /** The beginning of a cell that is replaced as a whole. */
  let replaced: number | null = null;

  const textOf = () => (row === headerRow ? heading : reasons.get(row)?.text);
  const written = (at: number): string => {
    const place = `${letters(at + 1)}${row}`;
    if (at !== reasonColumn)
      return `<${prefix}c r="${place}"${styled(styles?.faulty(rowStyle ?? styleOf(at)))}/>`;
    const text = textOf();
    if (text === undefined) return `<${prefix}c r="${place}"/>`;
    const style = row === headerRow ? headingStyle : styles?.reason();
    return `<${prefix}c r="${place}"${styled(style)} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(clipped(text))}</${prefix}t></${prefix}is></${prefix}c>`;
  };
  const insert = (until: number, at: number) => {
    let text = "";
    while (due.length > 0 && due[0]! < until) text += written(due.shift()!);
    if (text) replace(at, at, text);
  };

  return {
    held: () => replaced,
    openRow: (r: string | undefined, s: string | undefined, place: TagPlace, isEmpty: boolean) => {
      row = r === undefined ? row + 1 : Number(r);
      rowStyle = s === undefined ? null : Number(s);
      column = -1;
      prefix = prefixOf(place.text);
      const asked = styles ? [...(reasons.get(row)?.columns ?? [])] : [];
      if (textOf() !== undefined) asked.push(reasonColumn);
      due = isEmpty ? [] : [...new Set(asked)].sort((a, b) => a - b);
      // A hint only, and no longer right.
      if (due.length > 0) replace(place.start, place.end, withAttribute(place.text, "spans", null));
    },
    openCell: (r: string | undefined, s: string | undefined, placeOf: () => TagPlace) => {
      column = r === undefined ? column + 1 : columnOf(r);
      if (due.length > 0 && due[0]! < column) insert(column, placeOf().start);
      const style = Number(s ?? 0);
      if (row === headerRow && column < reasonColumn) headingStyle = style;
      const isDue = due[0] === column;
      if (isDue) due.shift();
      if (column === reasonColumn && (isDue || isThere)) return void (replaced = placeOf().start);
      const wanted = isDue ? styles!.faulty(style) : styles?.cleared(style);
      if (wanted === undefined || wanted === null || wanted === style) return;
      const { start, end, text } = placeOf();
      replace(start, end, withAttribute(text, "s", String(wanted)));
    },
    closeCell: (placeOf: () => TagPlace) => {
      if (replaced === null) return;
      replace(replaced, placeOf().end, written(reasonColumn));
      replaced = null;
    },
    closeRow: ({ start }: TagPlace) => insert(Infinity, start),
  };
}

/** Gives the column of reasons its width, and knows the style of empty cells. */
function columnEvents({ replace }: Splicer, { column, isThere }: SheetEdits) {
  const spans: { min: number; max: number; style: number }[] = [];
  const wanted = column + 1;
  let isWide = isThere;
  const wide = (prefix: string) =>
    `<${prefix}col min="${wanted}" max="${wanted}" width="${reasonWidth}" customWidth="1"/>`;
  return {
    open: (name: string, { start, end, text }: TagPlace) => {
      if (name === "cols") return;
      const [min, max] = [Number(attributeOf(text, "min")), Number(attributeOf(text, "max"))];
      spans.push({ min, max, style: Number(attributeOf(text, "style") ?? 0) });
      if (isWide || max < wanted || !text.endsWith("/>")) return;
      isWide = true;
      const part = (from: number, to: number) =>
        from > to ? "" : withAttribute(withAttribute(text, "min", String(from)), "max", String(to));
      const pieces =
        min > wanted
          ? [wide(prefixOf(text)), text]
          : [part(min, wanted - 1), wide(prefixOf(text)), part(wanted + 1, max)];
      replace(start, end, pieces.join(""));
    },
    close: ({ start, text }: TagPlace) => {
      if (!isWide && !text.endsWith("/>")) replace(start, start, wide(prefixOf(text)));
      isWide = true;
    },
    beforeRows: ({ start }: TagPlace, prefix: string) => {
      if (!isWide) replace(start, start, `<${prefix}cols>${wide(prefix)}</${prefix}cols>`);
    },
    styleOf: (at: number) => spans.find(({ min, max }) => min <= at + 1 && at + 1 <= max)?.style ?? 0,
  };
}

function widen({ replace }: Splicer, { start, end, text }: TagPlace, column: number): void {
  const ref = attributeOf(text, "ref") ?? "";
  const area = areaOf(ref);
  if (!area || area.right >= column) return;
  const wider = `${letters(area.left + 1)}${area.top}:${letters(column + 1)}${area.bottom}`;
  replace(start, end, withAttribute(text, "ref", wider));
}

function prefixOf(tag: string): string {
  return /^<\/?([\w.-]+:)?/.exec(tag)![1] ?? "";
}

function styled(style: number | null | undefined): string {
  return style === null || style === undefined ? "" : ` s="${style}"`;
}
