export type Sizes = {
  awards: number;
  people: number;
  /** Of both trees together. */
  units: number;
  companies: number;
  studios: number;
  achievements: number;
  /** How many of the newest awards have their audit events. */
  audited: number;
};

/**
 * The group of 300,000 (domain, chapter 8) at a million awards: 750,000 people, 8,000 units. A smaller one shrinks with its awards;
 * more awards than a million are a longer history of the same group.
 */
export function sizesFor(
  awards: number,
  people = Math.min(750_000, Math.round(awards * 0.75)),
  audited = awards,
): Sizes {
  const scale = Math.min(1, people / 750_000);
  const units = Math.max(120, Math.round(8_000 * Math.sqrt(scale)));
  return {
    awards,
    people,
    units,
    companies: Math.max(4, Math.round(units / 200)),
    studios: Math.max(10, Math.round(1_200 * scale)),
    achievements: Math.max(30, Math.round(40_000 * scale)),
    audited,
  };
}

/** The years of the ledger, and the day on which it is read. */
export const firstYear = 1995;
export const lastYear = 2026;
export const today = "2026-11-27";
