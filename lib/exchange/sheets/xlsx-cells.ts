import { neutralizeFormula } from "@/lib/kernel/text";
import { maxCellLength } from "./limits";
import type { Cell } from "./sheet";
import { escapeXml } from "./xlsx-parts";

export function rowOf(
  number: number,
  places: readonly string[],
  cells: readonly Cell[],
  kinds: readonly number[],
): string {
  let text = `<row r="${number}">`;
  for (const [index, cell] of cells.entries())
    text += cellOf(`${places[index]!}${number}`, cell, kinds[index]!);
  return `${text}</row>`;
}

/** Texts stand in the cell itself: a table of shared ones would have to be kept until the end. */
function cellOf(place: string, cell: Cell, kind: number): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${place}" s="${kind}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${kind}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(clipped(neutralizeFormula(cell)))}</t></is></c>`;
}

/** As much of a text as a cell takes. */
export function clipped(text: string): string {
  return text.length > maxCellLength
    ? `${text.slice(0, maxCellLength - 1).replace(/[\ud800-\udbff]$/, "")}…`
    : text;
}
