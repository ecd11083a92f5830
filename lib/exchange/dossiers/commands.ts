import { recordEvent } from "@/lib/audit/record";
import { requireRecent } from "@/lib/auth/confirmation";
import type { Actor } from "@/lib/auth/roles";
import { zonedDay } from "@/lib/awards/rules";
import { asSystem } from "@/lib/db/acting";
import { runCommand } from "@/lib/db/command";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { writeSheets } from "../sheets/workbook-of";
import { zip } from "../sheets/zip";
import { givableBy, mayGiveDossiers } from "./policy";
import { gatherDossier } from "./queries";
import { sheetsOf, type Words } from "./rules";
import { dossierInput } from "./schema";

export type DossierFile = { name: string; bytes: AsyncGenerator<Uint8Array> };

/**
 * A person's full record as one file (PIPL art. 45): their own, or for the union and HR to hand out. A ZIP of JSON for
 * machines and a workbook for people. What goes out is put down first.
 */
export async function giveDossier(
  actor: Actor,
  input: unknown,
  { words, now }: { words: Words; now: Date },
): Promise<Result<DossierFile>> {
  const parsed = parseInput(dossierInput, input);
  if (!parsed.ok) return parsed;
  const { id, reason } = parsed.value;
  const own = id === null;
  if (own ? actor.employeeId === null : !mayGiveDossiers(actor)) return refuse({ code: "not_found" });
  const employeeId = id ?? actor.employeeId!;
  const given = await runCommand(async (tx) => {
    const where = own ? { id: employeeId } : { AND: [{ id: employeeId }, givableBy(actor)] };
    const person = await tx.employee.findFirst({ where, select: { name: true } });
    if (!person) return refuse({ code: "not_found" });
    const unconfirmed = await requireRecent(actor, now);
    if (unconfirmed) return refuse(unconfirmed);
    await recordEvent(tx, actor, {
      event: "employees.record_given",
      noun: "employees",
      nounId: employeeId,
      after: { bySelf: own },
      reason: reason || null,
    });
    return ok(person.name);
  });
  if (!given.ok) return given;
  const dossier = await asSystem(() =>
    transaction((tx) => gatherDossier(tx, employeeId), { isolationLevel: "RepeatableRead" }),
  );
  const day = zonedDay(now);
  const json = JSON.stringify({ about: words("about"), madeAt: now.toISOString(), ...dossier }, null, 2);
  const bytes = zip([
    { path: "record.json", text: [json] },
    { path: "record.xlsx", text: writeSheets(sheetsOf(dossier, words)) },
  ]);
  return ok({ name: words("fileName", { name: given.value, day }), bytes });
}
