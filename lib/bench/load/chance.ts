import { type Random, seededRandom } from "@/prisma/seed/random";

export { type Random, seededRandom };

/** Draws indexes by weight, through a table of slots: one look for each draw. */
export function weighted(weights: readonly number[], slots = 1 << 14): (random: Random) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint32Array(slots);
  let sum = 0;
  let index = 0;
  for (let slot = 0; slot < slots; slot++) {
    while (index < weights.length - 1 && ((sum + weights[index]!) / total) * slots <= slot)
      sum += weights[index++]!;
    table[slot] = index;
  }
  return (random) => table[random.below(slots)]!;
}

/** 1, 1/2, 1/3 … to a power: how uneven things of a kind are used. */
export function falling(count: number, power: number): number[] {
  return Array.from({ length: count }, (_, i) => (i + 1) ** -power);
}
