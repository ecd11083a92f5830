import { writeFileSync } from "node:fs";
import { orderOf } from "@/lib/auth/behalf";
import { systemStands } from "@/lib/db/acting";
import { closeDatabase, db } from "@/lib/db/client";
import { closePool } from "@/lib/db/pool";
import { applyImport, receiveImport, startCheck } from "@/lib/exchange/imports/commands";
import { confirmImport } from "@/lib/exchange/imports/confirming/commands";
import { importTasks } from "@/lib/exchange/imports/jobs";
import { intakeOf } from "@/lib/exchange/imports/kinds";
import { taskNames } from "@/lib/exchange/imports/tasks";
import type { Result } from "@/lib/kernel/result";
import { measure, type Measured } from "./measure";
import { checker, recorder, recordingUnit } from "./world";

export type Order = {
  file: Parameters<typeof receiveImport>[2];
  rowCount: number;
  state: string;
  answer: string;
};
/** `confirm` where the awards came in as submitted. */
export type Steps = Record<"open" | "check" | "apply", Measured> & { confirm: Measured | null };

/** A process as the worker's: takes the workbook through the importer's own steps, one after the other. */
const { file, rowCount, state, answer } = JSON.parse(process.argv[2]!) as Order;
systemStands();
try {
  writeFileSync(answer, JSON.stringify(await run()));
} finally {
  await closeDatabase();
  await closePool();
}

async function run(): Promise<Steps> {
  const { id } = valueOf(await receiveImport(recorder, { kind: "awards", unitId: recordingUnit }, file));
  const { signal } = new AbortController();
  const step = (name: keyof typeof taskNames) => {
    process.stdout.write(`${name} …\n`);
    return measure(() =>
      importTasks(intakeOf)[taskNames[name]]!.run({ id, by: orderOf(recorder) }, { signal }),
    );
  };
  const batch = () => db.importBatch.findFirstOrThrow({ where: { id } });

  const open = await step("open");
  const { version, sheet, headerRow, mapping } = await batch();
  valueOf(
    await startCheck(recorder, { id, version, sheet, headerRow, mapping, mode: "all", options: { state } }),
  );
  const check = await step("check");
  const checked = await batch();
  if (checked.countNew !== rowCount)
    throw new Error(`${checked.countNew} rows are new. ${await example(id)}`);
  valueOf(await applyImport(recorder, { id, version: checked.version }));
  const apply = await step("apply");
  const done = await batch();
  if (done.state !== "applied" || done.rowsApplied !== rowCount)
    throw new Error(`The import ended as ${done.state} with ${done.rowsApplied} rows.`);
  if (state !== "submitted") return { open, check, apply, confirm: null };
  process.stdout.write("confirm …\n");
  const confirm = await measure(async () => {
    const { confirmed } = valueOf(await confirmImport(checker, { id }));
    if (confirmed !== rowCount) throw new Error(`${confirmed} awards were confirmed.`);
  });
  return { open, check, apply, confirm };
}

async function example(id: number): Promise<string> {
  const row = await db.importRow.findFirst({ where: { batchId: id, NOT: { outcome: "new" } } });
  return JSON.stringify(row);
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}
