import type { Actor } from "@/lib/auth/roles";
import { transaction, type Tx } from "@/lib/db/transaction";
import { seal } from "@/lib/db/sealed";
import {
  type IntakeBlocked,
  type IntakeDecision,
  intakePlace,
  type IntakeRow,
  type IntakeSecrets,
  type IntakeUndo,
  type IntakeVerdict,
  type IntakeWrite,
  type IntakeWritten,
} from "@/lib/kernel/intake";

export type Cells = Record<string, string>;
type Doors<Session, Options> = {
  openIntake(tx: Tx, actor: Actor, options: Options): Promise<Session>;
  surveyIntake?(session: Session, rows: readonly IntakeRow[]): void;
  checkIntake(tx: Tx, session: Session, rows: readonly IntakeRow[]): Promise<IntakeVerdict[]>;
  applyIntake(tx: Tx, session: Session, rows: readonly IntakeWrite[]): Promise<IntakeWritten[]>;
  undoIntake(tx: Tx, session: Session, rows: readonly IntakeUndo[], reason: string): Promise<IntakeBlocked[]>;
};
type More<Options> = { options?: Options; decisions?: (IntakeDecision | null)[]; first?: number };

/** A noun's intake as the importer uses it, for the tests of the noun: the first row of a sheet is its third. */
export function throughDoors<Session, Options>(doors: Doors<Session, Options>, usual: Options) {
  // As the importer keeps them beside the row.
  const sealed = new WeakMap<IntakeVerdict, IntakeSecrets | null>();
  const check = (
    actor: Actor,
    sheet: Cells[],
    { options = usual, decisions = [], first = 1 }: More<Options> = {},
  ) =>
    transaction(
      async (tx) => {
        const session = await doors.openIntake(tx, actor, options);
        const rows = sheet.map((cells, index) => ({
          position: first + index,
          sheetRow: first + index + 2,
          cells,
          decision: decisions[index] ?? null,
          secrets: secretsOf(cells),
        }));
        doors.surveyIntake?.(session, rows);
        const verdicts: IntakeVerdict[] = [];
        for (const chunk of chunksOf(rows)) verdicts.push(...(await doors.checkIntake(tx, session, chunk)));
        for (const verdict of verdicts) sealed.set(verdict, rows[verdict.position - first]!.secrets);
        return verdicts;
      },
      { timeout: 300_000 },
    );
  const apply = (actor: Actor, verdicts: readonly IntakeVerdict[]) =>
    transaction(
      async (tx) => {
        const session = await doors.openIntake(tx, actor, usual);
        const rows = verdicts
          .filter(({ outcome }) => outcome === "new" || outcome === "changed")
          .map((verdict) => ({ ...verdict, secrets: sealed.get(verdict) ?? null }));
        const outcomes = new Map(rows.map(({ position, outcome }) => [position, outcome]));
        const done: IntakeUndo[] = [];
        for (const chunk of chunksOf(rows))
          for (const row of await doors.applyIntake(tx, session, chunk))
            done.push({ ...row, outcome: outcomes.get(row.position)! });
        return done;
      },
      { timeout: 300_000 },
    );
  const undo = (actor: Actor, rows: readonly IntakeUndo[]) =>
    transaction(
      async (tx) => {
        const session = await doors.openIntake(tx, actor, usual);
        const blocked: IntakeBlocked[] = [];
        for (const chunk of chunksOf(rows.toReversed()))
          blocked.push(...(await doors.undoIntake(tx, session, chunk, "传错了文件")));
        return blocked.toSorted((a, b) => a.position - b.position);
      },
      { timeout: 300_000 },
    );
  const take = async (actor: Actor, sheet: Cells[], more: More<Options> = {}) =>
    apply(actor, await check(actor, sheet, more));
  return { check, apply, undo, take };
}

/** A row's faults in short: "workNumber numberRounded". */
export function faultsOf({ faults }: IntakeVerdict): string[] {
  return faults.map(({ column, message }) => [column, message].join(" "));
}

const secretColumns = ["idNumber", "phone"];

function secretsOf(cells: Cells): IntakeSecrets | null {
  const given = Object.entries(cells).filter(([key, text]) => secretColumns.includes(key) && text !== "");
  return given.length === 0
    ? null
    : Object.fromEntries(given.map(([key, text]) => [key, seal(text, intakePlace)]));
}

function chunksOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, index) =>
    rows.slice(index * 1000, index * 1000 + 1000),
  );
}
