import { type Reading, readingOf } from "./pinyin";
import { nameKey } from "./text";
import { simplify } from "./traditional";

/** How well a query finds a name: 0 the name itself, 1 its beginning, 2 inside it, null not at all. */
export type MatchRank = 0 | 1 | 2 | null;

/** What somebody typed into a picker. `letters` is set when it can be a reading: "zhangwei", "zhangw", "zw". */
export type Query = { key: string; letters: string | null };

export function readQuery(text: string): Query {
  const key = simplify(nameKey(text));
  const letters = key.replace(/[''’]/g, "").replaceAll("ü", "v");
  return { key, letters: /^[a-z]+$/.test(letters) ? letters : null };
}

/**
 * The reading of a name of a thing: words, no surname in front (单位 is danwei, 重庆 chongqing). A middle dot tells readingOf that there
 * is none.
 */
export const readingOfTerm = kept((name): Reading => readingOf(`${name}·`));

/** What is compared of a name. */
const keyOf = kept((name) => simplify(nameKey(name)));

/** The same names are compared again and again: what was made of one is kept. */
function kept<Made>(make: (name: string) => Made): (name: string) => Made {
  const known = new Map<string, Made>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= 50_000) known.clear();
    const made = make(name);
    known.set(name, made);
    return made;
  };
}

/** Rank of one name by its characters, and by its reading where the query can be one. An empty query finds everything. */
export function matchRank(query: Query, name: string, reading?: Reading): MatchRank {
  const key = keyOf(name);
  if (key === query.key) return 0;
  if (key.startsWith(query.key)) return 1;
  if (query.letters) {
    const { pinyin, initials } = reading ?? readingOfTerm(name);
    const whole = pinyin.replaceAll(" ", "");
    if (whole === query.letters) return 0;
    if (initials.startsWith(query.letters) || readsAs(query.letters, { pinyin, initials })) return 1;
    if (initials.includes(query.letters) || whole.includes(query.letters)) return 2;
  }
  return key.includes(query.key) ? 2 : null;
}

/** The best of the items, by rank and then in their own order. `namesOf` gives all names under which one may be found. */
export function bestMatches<T>(
  items: readonly T[],
  text: string,
  namesOf: (item: T) => readonly (string | null)[],
  limit = 20,
): T[] {
  const query = readQuery(text);
  const ranked: { item: T; rank: number }[] = [];
  for (const item of items) {
    let best: MatchRank = null;
    for (const name of namesOf(item)) {
      const rank = name === null ? null : matchRank(query, name);
      if (rank !== null && (best === null || rank < best)) best = rank;
    }
    if (best !== null) ranked.push({ item, rank: best });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ item }) => item);
}

/** Whether letters are beginnings of the syllables in turn, from the first on: zhangwei, zhangw, zw, zhwei for "zhang wei". */
export function readsAs(letters: string, { pinyin, initials }: Reading): boolean {
  if (letters.length > 40 || letters[0] !== pinyin[0]) return false;
  const words = pinyin.split(" ");
  const whole = words.join("");
  const starts = [...initials];
  let end = 0;
  const wordStarts = words.map((word) => (end += word.length));
  const dead = new Set<number>();
  return from(0, 0, 0);

  /** Syllable number `index` starts at `at` in the whole; letters before `typed` are used up. */
  function from(index: number, at: number, typed: number): boolean {
    const state = (index * 1024 + at) * 64 + typed;
    if (index >= starts.length || !whole.startsWith(starts[index]!, at) || dead.has(state)) return false;
    for (let taken = 0; letters[typed + taken] === whole[at + taken];) {
      taken += 1;
      if (typed + taken === letters.length) return true;
      if (nextStarts(at, taken).some((next) => from(index + 1, next, typed + taken))) return true;
    }
    dead.add(state);
    return false;
  }

  /** Where the next syllable may start: the longest has six letters (zhuang), and a foreign name ends with its word. */
  function nextStarts(at: number, taken: number): number[] {
    const near = [1, 2, 3, 4, 5, 6].filter((length) => length >= taken).map((length) => at + length);
    return [...near, ...wordStarts.filter((start) => start >= at + taken && start > at + 6)];
  }
}
