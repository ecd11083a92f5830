import type { Rows } from "./rows";

/** Pairs of a unit and an award, any number of times each; written once each, in the order of the table's key. */
export class Pairs {
  #held = new Float64Array(1 << 20);
  #count = 0;

  add(unit: number, award: number): this {
    if (this.#count === this.#held.length) {
      const more = new Float64Array(this.#held.length * 2);
      more.set(this.#held);
      this.#held = more;
    }
    this.#held[this.#count++] = unit * shift + award;
    return this;
  }

  write(rows: Rows): void {
    const sorted = this.#held.subarray(0, this.#count).sort();
    let last = -1;
    for (const pair of sorted) {
      if (pair !== last) rows.add(pair % shift, Math.floor(pair / shift));
      last = pair;
    }
  }
}

/** Above any award's id; with units below a million the product stays an exact number. */
const shift = 2 ** 31;
