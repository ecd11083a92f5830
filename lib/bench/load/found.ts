import type { Units } from "./organizations";
import type { Rows } from "./rows";

/** The units by which an award is found, and all above them with its year and day: what the database's triggers keep. */
export class Found {
  /** By unit: those above it, itself among them; the last award that it finds; the last in its scope. */
  readonly #above: number[][] = [];
  readonly #finds: Int32Array;
  readonly #holds: Int32Array;
  #award = 0;
  #year = 0;
  #day = 0;

  constructor(
    { all }: Units,
    readonly tables: Record<"found" | "scopes", Rows>,
  ) {
    for (const { id, path } of all) this.#above[id] = path.split("/").slice(1, -1).map(Number);
    this.#finds = new Int32Array(this.#above.length);
    this.#holds = new Int32Array(this.#above.length);
  }

  begin(award: number, year: number, firstDay: string): void {
    this.#award = award;
    this.#year = year;
    this.#day = Number(firstDay.replaceAll("-", ""));
  }

  add(unit: number): this {
    if (this.#finds[unit] === this.#award) return this;
    this.#finds[unit] = this.#award;
    this.tables.found.addIds(this.#award, unit);
    for (const above of this.#above[unit]!) {
      if (this.#holds[above] === this.#award) continue;
      this.#holds[above] = this.#award;
      this.tables.scopes.addIds(this.#award, above, this.#year, this.#day);
    }
    return this;
  }
}
