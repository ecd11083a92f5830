/**
 * What the importer (lib/exchange/imports) and the nouns that take rows in (lib/<noun>/intake) say to each other. The
 * importer knows sheets, headings, progress and transactions; a noun knows what its rows mean.
 */

/** A field that a sheet may hold. Its label, note and example stand in the catalogs under `<kind>-intake.columns.<key>`. */
export type IntakeColumn = {
  key: string;
  /** Headings by which it is known, the template's own in both languages among them; compared without spaces, width and case. */
  headings: readonly string[];
  required?: boolean;
  kind: "text" | "date" | "number" | "choice" | "names";
  /** In characters of Latin script; a Chinese one takes two. */
  width: number;
  /** What may be kept of a cell that holds more than the registry keeps, such as an ID number; read again it means the same. */
  conceal?: (text: string) => string;
  /** Beside its concealed form the whole cell is kept, sealed, until the row is written. */
  secret?: boolean;
};

/** One row as people typed it, by field. A field without a column is not there; an empty cell is "". */
export type IntakeRow = {
  position: number;
  /** Row of the sheet as its user counts, for faults that speak of another row. */
  sheetRow?: number;
  cells: Record<string, string>;
  decision: IntakeDecision | null;
  /** Whole cells of secret columns, sealed. */
  secrets?: IntakeSecrets | null;
};

/** Sealed texts by field (lib/db/sealed, place `intakePlace`). */
export type IntakeSecrets = Record<string, string | null>;
export const intakePlace = "import_rows";

/** What a person decided about a row, beside its cells. */
export type IntakeDecision = {
  /** The employee meant by the n-th name of the row (0, 1, …). */
  people?: Record<string, number>;
  /** It only looks like a record that is there already: it is another one. */
  isAnother?: boolean;
};

/** Somebody who may be meant by a name: what tells namesakes apart. */
export type IntakeCandidate = {
  id: number;
  name: string;
  unit: string | null;
  workNumber: string | null;
  birthYear: string | null;
  last4: string | null;
  left: boolean;
};

export type IntakeFault = {
  /** The field at fault; null where it is the row as a whole. */
  column: string | null;
  /** The value as it stood in the cell. */
  value: string;
  /** A key under `faults.*` with at most one parameter behind a colon; its words name the remedy. */
  message: string;
  /** For a name: which one of the row it is, and who may be meant. */
  nameIndex?: number;
  candidates?: IntakeCandidate[];
};

export type IntakeChange = { column: string; before: string; after: string };
export type IntakeOutcome = "new" | "changed" | "unchanged" | "duplicate" | "faulty";

export type IntakeVerdict = {
  position: number;
  outcome: IntakeOutcome;
  /** What the row is called in lists: 贾建华 · 青岛大工匠 */
  label: string;
  faults: IntakeFault[];
  changes: IntakeChange[];
  /** The record that is there already (changed, unchanged, duplicate), with the version that was compared. */
  nounId: number | null;
  nounVersion: number | null;
  /** What is to be written, every name resolved to its id; JSON, kept with the row until it is applied. */
  values: unknown;
};

/** A row to be written: outcome is new or changed. */
export type IntakeWrite = {
  position: number;
  outcome: IntakeOutcome;
  values: unknown;
  nounId: number | null;
  nounVersion: number | null;
  secrets?: IntakeSecrets | null;
};

/** A row that was written; `before` is what stood in a changed record's fields, and sealed what must not stand there. */
export type IntakeWritten = {
  position: number;
  nounId: number;
  nounVersion: number;
  before: unknown;
  secrets?: IntakeSecrets | null;
};

/** A row to be taken back. */
export type IntakeUndo = IntakeWritten & { outcome: IntakeOutcome };

/** A row that can't be taken back, and why (a key under `faults.*`). */
export type IntakeBlocked = { position: number; nounId: number; message: string };
