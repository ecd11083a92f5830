import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { withStoredFile } from "@/lib/files/store";
import { maskNumbers } from "@/lib/kernel/mask-numbers";
import { findSheet } from "../../sheets/headings";
import { openSheets } from "../../sheets/reader";
import { failImport, fileGone, leaveState } from "../batch/commands";
import type { Batch } from "../batch/queries";
import type { Intake } from "../intake";

import { headerKeyOf } from "./remembered";

/** Looks into the workbook: its sheets with their first rows, where the headings stand, which column holds what. */
export async function openImport(batch: Batch, intake: Intake): Promise<void> {
  const opened = await withStoredFile(batch.file.sha256, openSheets);
  if (!opened) return failImport(batch.id, "received", fileGone);
  if (!opened.ok) return failImport(batch.id, "received", opened.fault);
  const { sheets } = opened.value;
  const found = findSheet(sheets, intake.columns);
  const remembered = found && (await findMapping(batch, found.headings));
  await leaveState(batch.id, "received", "mapping", {
    // Nobody needs more of an ID number than its last digits to tell which column holds it.
    preview: sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.map(maskNumbers)) })),
    sheet: found?.sheet ?? sheets[0]?.name ?? null,
    headerRow: found?.headerRow ?? null,
    headings: found?.headings ?? [],
    mapping: remembered ?? found?.mapping ?? Prisma.DbNull,
  });
}

/** What the person last chose for these headings. */
async function findMapping(
  { createdById: userId, kind }: Batch,
  headings: string[],
): Promise<Prisma.InputJsonValue | null> {
  const known = await db.importMapping.findFirst({
    where: { userId, kind, headerKey: headerKeyOf(headings) },
    select: { mapping: true },
  });
  return (known?.mapping ?? null) as Prisma.InputJsonValue | null;
}
