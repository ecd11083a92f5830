import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import type { IntakeVerdict, IntakeWritten } from "@/lib/kernel/intake";
import type { Intake } from "../intake";

type Person = { name: string; workNumber: string };

/**
 * The least that an intake can be: people by work number. What it knows of a workbook it keeps in its session, as others do.
 * A name of 禁 passes the check and is refused by the database.
 */
const byWorkNumber: Intake<{ seen: Set<string>; actor: Actor }> = {
  columns: [
    { key: "name", headings: ["姓名"], required: true, kind: "text", width: 10 },
    { key: "workNumber", headings: ["工号"], required: true, kind: "text", width: 10 },
  ],
  dependsOn: ["employees"],
  open: async (_tx, actor) => ({ seen: new Set(), actor }),
  choices: () => ({}),
  async check(tx, { seen }, rows) {
    const present = await tx.employee.findMany({
      where: { workNumber: { in: rows.map(({ cells }) => cells.workNumber ?? "") } },
      select: { id: true, name: true, workNumber: true, version: true },
    });
    const known = new Map(present.map((one) => [one.workNumber, one]));
    return rows.map(({ position, cells }): IntakeVerdict => {
      const { name = "", workNumber = "" } = cells;
      const found = known.get(workNumber);
      const verdict = { position, label: name, faults: [], changes: [], values: { name, workNumber } };
      const there = { nounId: found?.id ?? null, nounVersion: found?.version ?? null };
      if (name === "")
        return {
          ...{ ...verdict, ...there, outcome: "faulty" },
          faults: [{ column: "name", value: "", message: "required" }],
        };
      if (seen.has(workNumber)) return { ...verdict, ...there, outcome: "duplicate" };
      seen.add(workNumber);
      return {
        ...verdict,
        ...there,
        outcome: !found ? "new" : found.name === name ? "unchanged" : "changed",
      };
    });
  },
  async apply(tx, { actor }, rows) {
    const created = await tx.employee.createManyAndReturn({
      data: rows
        .filter(({ outcome }) => outcome === "new")
        .map(({ values }) => {
          const { name, workNumber } = values as Person;
          // A rule of the table refuses this one.
          return {
            name,
            workNumber,
            pinyin: "x",
            initials: "x",
            ...(name === "禁" && { idNumberLast4: "none" }),
          };
        }),
      select: { id: true, version: true, workNumber: true },
    });
    const made = new Map(created.map((one) => [one.workNumber, one]));
    const written: IntakeWritten[] = [];
    for (const { position, values, nounId, nounVersion } of rows) {
      const { name, workNumber } = values as Person;
      const fresh = made.get(workNumber);
      if (fresh) written.push({ position, nounId: fresh.id, nounVersion: fresh.version, before: null });
      if (fresh || nounId === null || nounVersion === null) continue;
      const before = await tx.employee.findFirstOrThrow({ where: { id: nounId }, select: { name: true } });
      const { count } = await tx.employee.updateMany({
        where: { id: nounId, version: nounVersion },
        data: { name, version: { increment: 1 } },
      });
      if (count > 0) written.push({ position, nounId, nounVersion: nounVersion + 1, before });
    }
    await recordEvent(tx, actor, { event: "employees.imported", noun: "employees", nounId: null });
    return written;
  },
  async undo(tx, { actor }, rows) {
    const present = await tx.employee.findMany({
      where: { id: { in: rows.map(({ nounId }) => nounId) } },
      select: { id: true, version: true },
    });
    const versions = new Map(present.map(({ id, version }) => [id, version]));
    const free = rows.filter(({ nounId, nounVersion }) => versions.get(nounId) === nounVersion);
    const made = free.filter(({ outcome }) => outcome === "new").map(({ nounId }) => nounId);
    await tx.employee.deleteMany({ where: { id: { in: made } } });
    for (const { outcome, nounId, before } of free)
      if (outcome === "changed")
        await tx.employee.update({
          where: { id: nounId },
          data: { ...(before as Person), version: { increment: 1 } },
        });
    await recordEvent(tx, actor, { event: "employees.imported", noun: "employees", nounId: null });
    return rows
      .filter((row) => !free.includes(row))
      .map(({ position, nounId }) => ({ position, nounId, message: "changedSinceImport" }));
  },
};
export const people = byWorkNumber as Intake;
