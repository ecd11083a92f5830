/** What goes into a cell: text, a number that can be added up, or nothing. */
export type Cell = string | number | null;

export type Column = {
  header: string;
  /** In characters of Latin script; a Chinese one takes two. */
  width: number;
  kind: "text" | "money";
};

export type Book = {
  /** The sheet with the rows. Rows come in batches and are written as they come. */
  name: string;
  columns: readonly Column[];
  rowCount: number;
  batches: AsyncIterable<readonly (readonly Cell[])[]>;
  /** The same rows as lines of CSV ending in LF, where their source writes such; then a CSV takes these. */
  lines?: AsyncIterable<Buffer>;
  /** A second sheet of labels and values that says what the first one holds; a CSV has none. */
  notes: { name: string; rows: readonly (readonly [string, string])[] };
};

/** Writes a book as the bytes of a file. Nothing is kept but the batch in hand; who stops reading stops the batches. */
export type BookWriter = {
  mediaType: string;
  ending: string;
  /** Rows that a file can hold below its header. */
  maxRows: number;
  write: (book: Book) => AsyncGenerator<Uint8Array>;
};
