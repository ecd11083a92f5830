import { partings } from "./syllables";
import { nameKey } from "./text";
import { simplify } from "./traditional";

/**
 * What a record has to be found by: any of `any`, or all of one of `all`. Grams are hashes of parts of texts, the same as the
 * database makes them (migration search_keys, which a test holds).
 */
export type Wanted = { any: number[]; all: number[][] };

/** What is compared: full-width and traditional characters, spaces and case make no difference. */
export function searchText(text: string): string {
  return simplify(nameKey(text));
}

/** The text itself. */
export function exactGram(key: string): number {
  return gram(`=${key}`);
}

/** A text that begins so. */
export function startGrams(key: string): number[] {
  const characters = [...key];
  return [gram(`^${characters.slice(0, 2).join("")}`), ...(characters.length > 2 ? partGrams(key) : [])];
}

/** A text that holds these characters one after the other. */
export function partGrams(key: string): number[] {
  const characters = [...key];
  if (characters.length < 3) return [gram(key)];
  return characters.slice(2).map((_, at) => gram(characters.slice(at, at + 3).join("")));
}

/** A 文号 in its normal form that holds these characters one after the other. */
export function documentNumberGrams(part: string): number[] {
  const key = searchText(part);
  const characters = [...key];
  if (characters.length < 3) return key ? [gram(`n${key}`)] : [];
  return characters.slice(2).map((_, at) => gram(`n${characters.slice(at, at + 3).join("")}`));
}

/** A number, or one that begins so. */
export function numberGrams(key: string): { exact: number; start: number } {
  const kept = [...key].slice(0, 12).join("");
  return { exact: gram(`#=${key}`), start: gram(`#${kept}`) };
}

/** What was typed where it can be a reading: "zhangwei", "zhangw", "zw". */
export function lettersOf(text: string): string | null {
  const letters = searchText(text).replace(/['’]/g, "").replaceAll("ü", "v");
  return /^[a-z]{1,40}$/.test(letters) ? letters : null;
}

/** A name that is read so as a whole, or has these initials. */
export function wholeReadingGrams(letters: string): number[] {
  return [gram(`~=${letters}`), gram(`@=${letters}`)];
}

/** A name whose syllables begin so in turn, from the first on; "alimu" is one of a foreign name. */
export function nameReadingGrams(letters: string): number[][] {
  const parts = partings(letters, { syllables: 4, ways: 8 });
  return places(parts[0]?.length === 1 ? parts : [[letters], ...parts], 0);
}

/** The same from the second or third syllable on: a given name, or its end. */
export function insideReadings(letters: string): number[][] {
  return [
    ...places(partings(letters, { syllables: 3, ways: 4 }), 1),
    ...places(partings(letters, { syllables: 2, ways: 2 }), 2),
  ];
}

function places(parts: string[][], from: number): number[][] {
  return parts.map((way) => way.map((part, index) => gram(`${from + index}:${part}`)));
}

/** A term of which some syllables, one after the other, begin so. Rows found are compared letter by letter. */
export function termReadingGrams(letters: string): number[][] {
  return partings(letters, { syllables: 20, ways: 8 }).map((parts) => {
    const pairs = parts.slice(1).map((part, index) => gram(`~~${parts[index]![0]}${part[0]}`));
    const long = parts
      .filter((part) => part.length > 1 || parts.length === 1)
      .map((part) => gram(`~${part}`));
    return [...new Set([...pairs, ...long])];
  });
}

/** So many rows at most are compared with what was typed, to be put in order. */
export const mostCompared = 300;
/** The same where names alone are read, before it is asked who sees them. */
export const mostRanked = 2_000;

/** A term that holds the words, or reads so. */
export function wantedTerm(text: string): Wanted {
  const key = searchText(text);
  const letters = lettersOf(text);
  return { any: [], all: [...(key ? [partGrams(key)] : []), ...(letters ? termReadingGrams(letters) : [])] };
}

/** Wanted as a condition on a table of keys. */
export function gramsIn({ any, all }: Wanted): {
  OR: { grams: { hasSome: number[] } | { hasEvery: number[] } }[];
} {
  // Never an empty OR, which Prisma drops.
  return {
    OR: [
      { grams: { hasSome: any } },
      ...all.filter((grams) => grams.length > 0).map((grams) => ({ grams: { hasEvery: grams } })),
    ],
  };
}

/** PostgreSQL's hashtext: Bob Jenkins' lookup3 (2006) over the bytes of UTF-8, on machines that put the lowest byte first. */
export function gram(text: string): number {
  const bytes = Buffer.from(text, "utf8");
  const size = bytes.length;
  const padded = Buffer.alloc(size + 12);
  bytes.copy(padded);
  let [a, b, c] = [0, 0, 0].map(() => (0x9e3779b9 + size + 3923095) | 0) as [number, number, number];
  let at = 0;
  for (; size - at >= 12; at += 12) {
    a = (a + padded.readInt32LE(at)) | 0;
    b = (b + padded.readInt32LE(at + 4)) | 0;
    c = (c + padded.readInt32LE(at + 8)) | 0;
    mix();
  }
  // The lowest byte of the last word is the length's.
  a = (a + padded.readInt32LE(at)) | 0;
  b = (b + padded.readInt32LE(at + 4)) | 0;
  c = (c + (padded.readInt32LE(at + 8) << 8)) | 0;
  finish();
  return c;

  function mix(): void {
    a = ((a - c) ^ turn(c, 4)) | 0;
    c = (c + b) | 0;
    b = ((b - a) ^ turn(a, 6)) | 0;
    a = (a + c) | 0;
    c = ((c - b) ^ turn(b, 8)) | 0;
    b = (b + a) | 0;
    a = ((a - c) ^ turn(c, 16)) | 0;
    c = (c + b) | 0;
    b = ((b - a) ^ turn(a, 19)) | 0;
    a = (a + c) | 0;
    c = ((c - b) ^ turn(b, 4)) | 0;
    b = (b + a) | 0;
  }
  function finish(): void {
    c = ((c ^ b) - turn(b, 14)) | 0;
    a = ((a ^ c) - turn(c, 11)) | 0;
    b = ((b ^ a) - turn(a, 25)) | 0;
    c = ((c ^ b) - turn(b, 16)) | 0;
    a = ((a ^ c) - turn(c, 4)) | 0;
    b = ((b ^ a) - turn(a, 14)) | 0;
    c = ((c ^ b) - turn(b, 24)) | 0;
  }
}

function turn(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
