import type { AuditNoun } from "@/lib/audit/events";
import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import type {
  IntakeBlocked,
  IntakeColumn,
  IntakeRow,
  IntakeUndo,
  IntakeVerdict,
  IntakeWrite,
  IntakeWritten,
} from "@/lib/kernel/intake";

/** A noun's doors for rows (lib/<noun>/intake), as the importer goes through them. */
export interface Intake<Session = unknown> {
  columns: readonly IntakeColumn[];
  /** Nouns whose changes may turn a verdict: after one, rows are checked again before they are written. */
  dependsOn: readonly AuditNoun[];
  /** Loads what rows are compared with. */
  open(tx: Tx, actor: Actor, options: IntakeOptions): Promise<Session>;
  /** Sees every row of the sheet before the first is checked. */
  survey?(session: Session, rows: IntakeRow[]): void;
  /** What the template's drop-downs offer, by field. */
  choices(session: Session, locale: "zh-CN" | "en"): Record<string, string[]>;
  check(tx: Tx, session: Session, rows: IntakeRow[]): Promise<IntakeVerdict[]>;
  /** Leaves out of its answer what it did not write because the record has changed since the check. */
  apply(tx: Tx, session: Session, rows: IntakeWrite[], prepared?: unknown): Promise<IntakeWritten[]>;
  /** Reads and makes ready what `apply` will write, beside the writing of other rows and so on another connection. */
  prepare?(reader: Tx, session: Session, rows: IntakeWrite[]): Promise<unknown>;
  /** Called with the last rows of the sheet first. */
  undo(tx: Tx, session: Session, rows: IntakeUndo[], reason: string): Promise<IntakeBlocked[]>;
  /** Tells whom it concerns that rows came in, once for all of them. */
  announce?(tx: Tx, actor: Actor, news: IntakeNews, options: IntakeOptions): Promise<void>;
}

/** What holds for all rows; `unitId` is the unit for which they are recorded, null where nothing is to be written. */
export type IntakeOptions = Record<string, unknown> & { unitId: number | null };
export type IntakeNews = { importId: number; title: string; unitId: number; count: number };
