import { cleanText } from "./text";

/** What a cell says of a number, as plain decimal text, or why it says none: a key under `faults.*`. */
export type CellNumber = { ok: string; fault?: undefined } | { ok?: undefined; fault: string };

/**
 * A number as it stands in sheets: 12,000.50, ¥12000, 3000元, 30%, １２, 1E5, and 0.30000000000000004, which is what a
 * formula leaves of 0.3: Excel itself shows no more than 15 digits.
 */
export function readCellNumber(text: string): CellNumber {
  const plain = cleanText(text.slice(0, 100))
    .normalize("NFKC")
    .replace(/^'/, "")
    .replace(/^[¥$]\s?|\s?[元%]$/g, "");
  if (plain === "") return { fault: "required" };
  const joined = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d{1,3}))?$/i.exec(joined);
  if (!match || `${match[2]}${match[3] ?? ""}` === "") return { fault: "notNumber" };
  const [, sign, whole = "", places = "", exponent = "0"] = match;
  if (isRoundedNumber(joined)) return { fault: "numberRounded" };
  const shifted = shift(whole, places, Number(exponent));
  const { whole: left, places: right } = significant(shifted);
  const value = `${left}${right === "" ? "" : `.${right}`}`;
  return { ok: sign === "-" && /[1-9]/.test(value) ? `-${value}` : value };
}

/** Whether Excel has rounded what was typed: it keeps 15 digits of a number and writes 0 for the rest, or 1.2E+17. */
export function isRoundedNumber(text: string): boolean {
  const plain = cleanText(text.slice(0, 100)).normalize("NFKC");
  const scientific = /^[+-]?[\d*](?:\.[\d*]+)?E\+?(\d{1,3})$/i.exec(plain);
  if (scientific) return Number(scientific[1]) >= 15;
  return /^[1-9]\d{14}0+$/.test(plain) && plain.length > 17;
}

type Decimal = { whole: string; places: string };

function shift(whole: string, places: string, exponent: number): Decimal {
  const digits = whole + places;
  const point = whole.length + exponent;
  if (point <= 0) return trimmed("0", "0".repeat(-point) + digits);
  return trimmed(digits.slice(0, point).padEnd(point, "0"), digits.slice(point));
}

/** No more than 15 digits where there is a fraction; what is whole stays whole. */
function significant({ whole, places }: Decimal): Decimal {
  const left = whole === "0" ? 0 : whole.length;
  const leading = left === 0 ? /^0*/.exec(places)![0].length : 0;
  const kept = 15 - left + leading;
  if (places.length <= kept || kept < 0) return { whole, places };
  const up = places[kept]! >= "5" ? 1n : 0n;
  const scaled = (BigInt(whole + places.slice(0, kept)) + up).toString().padStart(kept + 1, "0");
  return trimmed(scaled.slice(0, scaled.length - kept), scaled.slice(scaled.length - kept));
}

function trimmed(whole: string, places: string): Decimal {
  return { whole: whole.replace(/^0+(?=\d)/, ""), places: places.replace(/0+$/, "") };
}
