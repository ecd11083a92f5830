/** Random numbers with a fixed seed (mulberry32): every load makes the same demonstration company. */
export function seededRandom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    between: (low: number, high: number): number => low + below(high - low + 1),
    chance: (share: number): boolean => next() < share,
    pick: <T>(items: readonly T[]): T => items[below(items.length)]!,
    sample: <T>(items: readonly T[], n: number): T[] => {
      const rest = [...items];
      return Array.from({ length: Math.min(n, rest.length) }, () => rest.splice(below(rest.length), 1)[0]!);
    },
  };
}

export type Random = ReturnType<typeof seededRandom>;
export const two = (n: number): string => String(n).padStart(2, "0");

/** The ten years that the demonstration covers. */
export const firstYear = 2017;
export const lastYear = 2026;
