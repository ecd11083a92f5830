import { seal } from "@/lib/db/sealed";
import { withStoredFile } from "@/lib/files/store";
import { type IntakeColumn, intakePlace, type IntakeSecrets } from "@/lib/kernel/intake";
import { maskNumbers } from "@/lib/kernel/mask-numbers";
import { readRows } from "../../sheets/reader";
import { addRows, reportProgress } from "../batch/commands";
import { type Batch, mappingOf } from "../batch/queries";

/** Brings the sheet's rows into the database, batch by batch; resolves to their number, or null where the file is gone. */
export function loadRows(
  batch: Batch,
  columns: readonly IntakeColumn[],
  signal: AbortSignal,
): Promise<number | null> {
  return withStoredFile(batch.file.sha256, (path) => load(path, batch, columns, signal));
}

async function load(path: string, batch: Batch, columns: readonly IntakeColumn[], signal: AbortSignal) {
  const at = { sheet: batch.sheet ?? "", headerRow: batch.headerRow ?? 1 };
  const keep = keeperOf(batch, columns);
  let count = 0;
  for await (const rows of readRows(path, at)) {
    signal.throwIfAborted();
    await addRows(
      batch.id,
      rows.map(({ sheetRow, cells }, index) => ({
        position: count + index + 1,
        sheetRow,
        cells: keep.cells(cells),
        secrets: keep.secrets(cells),
      })),
    );
    count += rows.length;
    await reportProgress(batch.id, "checking", { rowsRead: count });
  }
  return count;
}

type Keeper = { cells: (cells: string[]) => string[]; secrets: (cells: string[]) => IntakeSecrets | null };

/** What is kept of each cell: of an ID number no more than the registry keeps, and of columns that nobody reads no number at all. */
function keeperOf(batch: Batch, columns: readonly IntakeColumn[]): Keeper {
  const mapping = mappingOf(batch);
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const plain = (text: string) => text;
  const keepers = new Map(
    Object.entries(mapping).map(([index, key]) => [Number(index), byKey.get(key)?.conceal ?? plain]),
  );
  const secret = Object.entries(mapping).filter(([, key]) => byKey.get(key)?.secret);
  return {
    cells: (cells) => cells.map((text, index) => (keepers.get(index) ?? maskNumbers)(text)),
    secrets(cells) {
      const sealed = secret.flatMap(([index, key]) => {
        const text = cells[Number(index)]?.trim() ?? "";
        return text === "" ? [] : [[key, seal(text.slice(0, 100), intakePlace)] as const];
      });
      return sealed.length === 0 ? null : Object.fromEntries(sealed);
    },
  };
}
