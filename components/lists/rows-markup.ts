import { escaped } from "../ui/markup";
import { toneDot } from "../ui/tone";
import type { CellLook, Dotted } from "./table-rows";

export type PlainCell = string | number | null | Dotted;
export type PlainRows = {
  looks: readonly CellLook[];
  rows: readonly { href?: string; cells: PlainCell[] }[];
};

/** Whether a cell is words alone, which need nothing of React. */
export function isPlain(cell: unknown): cell is PlainCell {
  if (typeof cell === "object" && cell !== null) return "tone" in cell;
  return cell === null || typeof cell === "string" || typeof cell === "number";
}

/** What TableRows draws of plain cells, as markup. Every text goes through `escaped`. */
export function rowsMarkup({ looks, rows }: PlainRows): string {
  const starts = looks.map(
    ({ style, head }) => `<${head ? 'th scope="row"' : "td"}${style ? ` class="${style}"` : ""}>`,
  );
  let all = "";
  for (const { href, cells } of rows) {
    all += "<tr>";
    for (const [at, cell] of cells.entries()) {
      const { head } = looks[at]!;
      const text = markupOf(cell);
      all += starts[at]!;
      all += head
        ? href
          ? `<a data-go="" href="${escaped(href)}">${text}</a></th>`
          : `${text}</th>`
        : `${text}</td>`;
    }
    all += "</tr>";
  }
  return all;
}

function markupOf(cell: PlainCell): string {
  if (cell === null) return "—";
  if (typeof cell !== "object") return escaped(String(cell));
  const { tone, text, note } = cell;
  const more = note ? `<span class="block text-xs text-danger">${escaped(note)}</span>` : "";
  return `<span class="d"><i aria-hidden="true" class="${toneDot[tone]}"></i>${escaped(text)}</span>${more}`;
}
