/** 1 → A, 27 → AA */
export function letters(index: number): string {
  return index > 26
    ? letters(Math.floor((index - 1) / 26)) + letters(((index - 1) % 26) + 1)
    : String.fromCharCode(64 + index);
}

/** "AB12" → 27, counted from 0; −1 where no letters stand. */
export function columnOf(place: string): number {
  let column = 0;
  for (let index = 0; index < place.length; index += 1) {
    const code = place.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

export type Area = { left: number; top: number; right: number; bottom: number };

/** "B2:D5" with columns from 0 and rows from 1; null for what is no area. */
export function areaOf(text: string): Area | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!found) return null;
  const [, left, top, right, bottom] = found;
  return { left: columnOf(left!), top: Number(top), right: columnOf(right!), bottom: Number(bottom) };
}
