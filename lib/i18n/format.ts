import { timeZone } from "./catalog";

/** Instants are shown in the office's zone, wherever server and browser stand. "2022-12-05 09:30" in both languages' order of reading. */
export function formatInstant(instant: Date | string | number, locale: string): string {
  return formatter(locale, {
    year: "numeric",
    month: monthStyle(locale),
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));
}

/** The day of an instant. Calendar dates are partial dates: use formatPartialDate for those. */
export function formatDay(instant: Date | string | number, locale: string): string {
  return formatter(locale, { year: "numeric", month: monthStyle(locale), day: "numeric" }).format(
    new Date(instant),
  );
}

/** Yuan with cents only where there are some: 3,000 or 1,234.50. Takes the decimal text that the database keeps. */
export function formatMoney(amount: string | number, locale: string): string {
  const value = Number(amount);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(value);
}

/** 2 MB, 512 KB: for files. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { ...options, timeZone });
  cache.set(key, made);
  return made;
}

function monthStyle(locale: string): "short" | "long" {
  return locale === "en" ? "short" : "long";
}
