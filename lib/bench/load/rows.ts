import { chmodSync, closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

export type Value = string | number | boolean | null | readonly string[];

/** Rows of one table as a file that COPY reads. */
export class Rows {
  readonly path: string;
  count = 0;
  readonly #page = Buffer.allocUnsafe(1 << 20);
  #filled = 0;
  readonly #file: number;

  constructor(
    folder: string,
    readonly table: string,
    readonly columns: readonly string[],
  ) {
    this.path = join(folder, `${table}.copy`);
    this.#file = openSync(this.path, "w", 0o644);
    // Whatever the umask: the server reads it as another user.
    chmodSync(this.path, 0o644);
  }

  /** Row by row into one buffer: as one long text that grows, half of the time would be spent on collecting it. */
  add(...values: Value[]): void {
    let line = "";
    for (let i = 0; i < values.length; i++) line += (i === 0 ? "" : "\t") + cell(values[i]!);
    line += "\n";
    if (this.#filled + line.length * 3 > this.#page.length) this.#flush();
    this.#filled += this.#page.write(line, this.#filled);
    this.count += 1;
  }

  /** Rows of ids alone, of which there are tens of millions: digit by digit, without a text in between. */
  addIds(...ids: number[]): void {
    if (this.#filled + ids.length * 11 > this.#page.length) this.#flush();
    const page = this.#page;
    let at = this.#filled;
    for (const id of ids) {
      let size = 1;
      for (let rest = id; rest > 9; rest = Math.floor(rest / 10)) size += 1;
      let rest = id;
      for (let digit = at + size - 1; digit >= at; digit--) {
        const tens = Math.floor(rest / 10);
        page[digit] = 48 + rest - tens * 10;
        rest = tens;
      }
      at += size;
      page[at++] = 9;
    }
    page[at - 1] = 10;
    this.#filled = at;
    this.count += 1;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#page, 0, this.#filled);
    this.#filled = 0;
  }
}

function cell(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return /[\\\t\n\r]/.test(value) ? escaped(value) : value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  return `{${value.map((item) => `"${item}"`).join(",")}}`;
}

function escaped(text: string): string {
  return text.replace(
    /[\\\t\n\r]/g,
    (found) => `\\${{ "\\": "\\", "\t": "t", "\n": "n", "\r": "r" }[found]}`,
  );
}
