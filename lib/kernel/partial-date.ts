/**
 * Calendar dates of which only the year, or year and month, may be known, in the reduced precision of ISO 8601-1:2019
 * 4.3 and 5.2.2 (GB/T 7408.1-2023): "2022", "2022-05", "2022-05-03". A missing part is never filled in.
 * Years run from 1583: below it ISO 8601-1 asks for an agreement of both sides, and no honor is that old.
 */
declare const partialDate: unique symbol;
export type PartialDate = string & { readonly [partialDate]: true };

export type PartialDateLocale = "zh-CN" | "en";
export type DateParts = { year?: DatePart; month?: DatePart; day?: DatePart };
type DatePart = number | string | null | undefined;

/** Why parts make no date: message keys under `faults.*`. */
export type PartialDateFault = "required" | "monthWithoutYear" | "dayWithoutMonth" | "badDate";

/** Takes the ISO form alone; anything else is null. */
export function parsePartialDate(text: unknown): PartialDate | null {
  const match = typeof text === "string" ? /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) : null;
  return match ? makePartialDate({ year: match[1], month: match[2], day: match[3] }) : null;
}

export function makePartialDate(parts: DateParts): PartialDate | null {
  const made = checkDateParts(parts);
  return made.ok ? made.value : null;
}

export function checkDateParts(
  parts: DateParts,
): { ok: true; value: PartialDate } | { ok: false; fault: PartialDateFault } {
  const [year, month, day] = [numberOf(parts.year), numberOf(parts.month), numberOf(parts.day)];
  const no = (fault: PartialDateFault) => ({ ok: false as const, fault });
  if (year === null) {
    if (month === null && day === null) return no("required");
    return no(month === null ? "dayWithoutMonth" : "monthWithoutYear");
  }
  if (month === null && day !== null) return no("dayWithoutMonth");
  if (!(year >= 1583 && year <= 9999)) return no("badDate");
  if (month !== null && !(month >= 1 && month <= 12)) return no("badDate");
  if (day !== null && !(day >= 1 && day <= daysIn(year, month ?? 1))) return no("badDate");
  const text = [year, month, day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, "0"));
  return { ok: true, value: text.join("-") as PartialDate };
}

/**
 * Splits what people type: 2022, 2022.5, 2022/5/3, 2022-5-3, 2022年5月3日, 20220503, 5月 (a month without year).
 * Null where the text is no date at all. The parts are not checked: `checkDateParts` does that.
 */
export function splitDateText(text: string): DateParts | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (packed) return { year: packed[1], month: packed[2], day: packed[3] };
  const marked = /^(?:(\d{4})年?)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?$/.exec(plain);
  if (marked && plain !== "") return { year: marked[1], month: marked[2], day: marked[3] };
  const separated = /^(\d{4})?([-./])(\d{1,2})?(?:\2(\d{1,2}))?$/.exec(plain);
  return separated ? { year: separated[1], month: separated[3], day: separated[4] } : null;
}

/** First day that the date may mean, as YYYY-MM-DD. */
export function firstDay(date: PartialDate): string {
  return date + "-01-01".slice(date.length - 4);
}

/** Last day that the date may mean, as YYYY-MM-DD. */
export function lastDay(date: PartialDate): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  return `${date}-${daysIn(yearOf(date), Number(date.slice(5, 7)))}`;
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

export function isFullDate(date: PartialDate): boolean {
  return date.length === 10;
}

/** Order of the first days; the less exact date goes first ("2022" < "2022-01" < "2022-01-01"). */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 2022年5月3日, or 3 May 2022; as much of it as is known. */
export function formatPartialDate(date: PartialDate, locale: PartialDateLocale): string {
  const [year, month, day] = date.split("-").map(Number);
  if (locale === "zh-CN") return `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
  return [day, month && englishMonths[month - 1], year].filter(Boolean).join(" ");
}

/** The calendar day of an instant on the wall of a time zone ("Asia/Shanghai"). */
export function dayOf(instant: Date, timeZone: string): PartialDate {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return format.format(instant) as PartialDate;
}

const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Null where there is nothing; NaN where there is something that is no whole number. */
function numberOf(part: DatePart): number | null {
  if (part === null || part === undefined) return null;
  const text = String(part).trim();
  if (text === "") return null;
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}
