import type { Actor } from "@/lib/auth/roles";
import { applyIntake } from "@/lib/awards/intake/commands";
import { checkIntake, openIntake } from "@/lib/awards/intake/queries";
import { intakeOptions } from "@/lib/awards/intake/schema";
import { transaction } from "@/lib/db/transaction";
import type { IntakeDecision, IntakeVerdict } from "@/lib/kernel/intake";
import { actors, audited, buildLedger } from "./ledger";

/** The ledger's world with people who moved, a unit that was renamed, namesakes and a title that succeeds another. */
export async function buildIntakeLedger() {
  const world = await buildLedger();
  await world.ownerSql(`${audited}
    INSERT INTO employees (id, name, pinyin, initials, post, unit_id, union_unit_id, employer_id, work_number, birth, id_number_last4, hired_on, updated_at) VALUES
      (5, '张伟', 'zhang wei', 'zw', '焊工', 2, 12, 1, '0005', '1985-03', '021X', '2005', now()),
      (6, '张伟', 'zhang wei', 'zw', '电工', 2, 12, 1, '0006', '1990', NULL, '2012', now());
    UPDATE employees SET unit_id = 3, union_unit_id = 13, post = '班长', assigned_from = '2023-06' WHERE id = 6;
    UPDATE organizations SET name = '甲建设公司', period_from = '2024' WHERE id = 2;
    INSERT INTO honor_titles (id, name, category_code, predecessor_id, valid_from, updated_at) VALUES (3, '青岛大工匠', 'craftsman', 2, '2023', now());
    INSERT INTO honor_title_levels VALUES (3, 'city'); INSERT INTO honor_title_subject_kinds VALUES (3, 'employee'), (3, 'organization');
    INSERT INTO studios (id, name, unit_id, updated_at) VALUES (1, '贾建华创新工作室', 2, now());
    INSERT INTO studio_members (studio_id, employee_id, is_leader, valid_from) VALUES (1, 1, true, '2015');
    INSERT INTO honor_title_subject_kinds VALUES (1, 'studio'), (1, 'organization');`);
  return world;
}

export type Cells = Record<string, string>;
type Options = Record<string, unknown>;
type Row = Cells | { cells: Cells; decision: IntakeDecision };

const prize = { title: "青岛市职工创新成果", prizeLevel: "三等奖", awardDate: "2022.12" };
export const undocumented = prize;
export const base = { ...prize, documentNumber: "青工发[2022]15" };

export function check(actor: Actor, rows: readonly Row[], options: Options = {}): Promise<IntakeVerdict[]> {
  return transaction(async (tx) => {
    const session = await openIntake(tx, actor, intakeOptions.parse({ unitId: 12, ...options }));
    return checkIntake(
      tx,
      session,
      rows.map((row, index) => {
        const { cells, decision } = isDecided(row) ? row : { cells: row, decision: null };
        return { position: index + 1, sheetRow: index + 2, cells, decision };
      }),
    );
  });
}

export function apply(actor: Actor, verdicts: readonly IntakeVerdict[], options: Options = {}) {
  return transaction(async (tx) => {
    const session = await openIntake(tx, actor, intakeOptions.parse({ unitId: 12, ...options }));
    return applyIntake(
      tx,
      session,
      verdicts.filter(({ outcome }) => outcome === "new"),
    );
  });
}

/** Checks rows that are right, and writes them. */
export async function take(actor: Actor, rows: readonly Cells[], options: Options = {}) {
  const verdicts = await check(actor, rows, options);
  const faults = verdicts.flatMap((verdict) => verdict.faults);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return apply(actor, verdicts, options);
}

export const one = async (cells: Cells, options: Options = {}) =>
  (await check(actors.recorder, [cells], options))[0]!;
export const faultsOf = ({ faults }: IntakeVerdict) => faults.map(({ column, message }) => [column, message]);

function isDecided(row: Row): row is { cells: Cells; decision: IntakeDecision } {
  return typeof row.cells === "object";
}
