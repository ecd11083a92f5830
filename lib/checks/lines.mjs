// What the registry must pass, line by line, and the tests that hold each line: the suite of `npm run test:checks`.
import { guarding } from "./lines-guarding.mjs";
import { lasting } from "./lines-lasting.mjs";

/** A file, and which of its tests: a part of the title, or all of them. @typedef {string | [file: string, ...titles: string[]]} Held */
/** @typedef {{ check: string, says: string, held: Held[] }} Line */

/** @type {Line[]} */
export const lines = Object.entries({ ...guarding, ...lasting }).flatMap(([group, entries]) =>
  entries.map(([says, ...held], index) => ({ check: `${group} ${index + 1}`, says, held })),
);

/** @param {Held} held @returns {{ file: string, titles: string[] }} */
export function placeOf(held) {
  return typeof held === "string" ? { file: held, titles: [] } : { file: held[0], titles: held.slice(1) };
}
