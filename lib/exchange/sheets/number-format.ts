/** How a cell's number is shown, as far as it changes what the number means. */
export type NumberFormat =
  { kind: "plain" } | { kind: "padded"; digits: number } | { kind: "date"; parts: 1 | 2 | 3; time: boolean };

const plain: NumberFormat = { kind: "plain" };
const day: NumberFormat = { kind: "date", parts: 3, time: false };
const month: NumberFormat = { kind: "date", parts: 2, time: false };
const instant: NumberFormat = { kind: "date", parts: 3, time: true };

/** Numbers that have no code in the file (18.8.30), those of Chinese Excel among them. */
const builtIn = new Map<number, NumberFormat>([
  ...[14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58].map((id) => [id, day] as const),
  ...[17, 27, 36, 50, 52, 57].map((id) => [id, month] as const),
  [22, instant],
]);

export function formatOf(id: number, code: string | undefined): NumberFormat {
  return code === undefined ? (builtIn.get(id) ?? plain) : formatOfCode(code);
}

function formatOfCode(code: string): NumberFormat {
  if (/^0{2,20}$/.test(code)) return { kind: "padded", digits: code.length };
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .split(";")[0]!
    .toLowerCase()
    .replace(/general|am\/pm|a\/p|e[+-]/g, "");
  const time = /[hs]/.test(bare);
  // m beside hours or seconds is minutes.
  const months = /m/.test(bare.replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, ""));
  const [years, days] = [/[ye]/.test(bare), /d/.test(bare)];
  if (days || (months && !years)) return { kind: "date", parts: 3, time };
  if (years) return { kind: "date", parts: months ? 2 : 1, time: false };
  return plain;
}

/** The text of a number in a cell. What Excel has rounded beyond 15 digits is given as it would be shown, in E notation. */
export function numberText(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = raw.trim() === "" ? NaN : Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (format.kind === "date") return dateText(value, format, from1904) ?? plainText(value);
  const text = plainText(value);
  return format.kind === "padded" && /^\d+$/.test(text) ? text.padStart(format.digits, "0") : text;
}

function plainText(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (Math.abs(value) >= 1e15) return value.toExponential(14).replace(/\.?0*e\+/, "E+");
  const text = String(Number(value.toPrecision(15)));
  return text.includes("e") ? Number(text).toFixed(20).replace(/0+$/, "").replace(/\.$/, "") : text;
}

const dayLength = 86_400_000;

/** Serial days of both systems: 1 is 1 January 1900 with a 29 February 1900 that never was, or 0 is 1 January 1904. */
function dateText(
  value: number,
  { parts, time }: { parts: 1 | 2 | 3; time: boolean },
  from1904: boolean,
): string | null {
  const serial = from1904 ? value + 1462 : value;
  if (serial < 1 || serial >= 2_958_466 || Math.floor(serial) === 60) return null;
  const seconds = Math.round((serial + (serial < 60 ? 1 : 0)) * 86_400);
  const text = new Date(Date.UTC(1899, 11, 30) + (seconds / 86_400) * dayLength).toISOString();
  const date = text.slice(0, [0, 4, 7, 10][parts]);
  return time && seconds % 86_400 !== 0 ? `${date} ${text.slice(11, 19)}` : date;
}
