import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { visibleTo } from "../policy";
import { importRef } from "../schema";

/** Puts down that the workbook went out with the reasons in it. Resolves to where it lies and what it is. */
export async function returnImport(actor: Actor, input: unknown): Promise<Result<Returned>> {
  const parsed = parseInput(importRef, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return runCommand(async (tx) => {
    const batch = await tx.importBatch.findFirst({
      where: { AND: [{ id, sheet: { not: null }, headerRow: { not: null } }, visibleTo(actor)] },
      select: returnedSelect,
    });
    if (!batch) return refuse({ code: "not_found" });
    if (batch.purgedAt) return refuse({ code: "conflict", detail: { message: "importPurged" } });
    const after = { kind: batch.kind, file: batch.file.name, faulty: batch.countFaulty };
    await recordEvent(tx, actor, { event: "imports.returned", noun: "imports", nounId: id, after });
    return ok(batch);
  });
}

const returnedSelect = {
  ...{ id: true, kind: true, purgedAt: true, sheet: true, headerRow: true, mapping: true, countFaulty: true },
  file: { select: { name: true, sha256: true } },
} satisfies Prisma.ImportBatchSelect;
export type Returned = Prisma.ImportBatchGetPayload<{ select: typeof returnedSelect }>;
