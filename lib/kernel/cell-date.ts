import { checkDateParts, type PartialDate, type PartialDateFault, splitDateText } from "./partial-date";
import { cleanText } from "./text";

/** What a cell says of a date, or why it says none: a key under `faults.*`. */
export type CellDate =
  { ok: PartialDate; fault?: undefined } | { ok?: undefined; fault: PartialDateFault | "badCellDate" };

/**
 * A date as it stands in sheets: 2022, 2022.5, 2022年5月, 2022-5-1, 2022/5/1, 20220501, 202205, 二〇二二年五月, 44682 (days of
 * Excel's 1900 system), in any width, with or without a time of day. Only years from 1800 to 2199 are kept by the database.
 */
export function readCellDate(text: string): CellDate {
  const plain = plainDate(text);
  if (plain === "") return { fault: "required" };
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain);
  if (serial) return serialDate(Number(serial[1]));
  const packed = /^(\d{4})(\d{2})$/.exec(plain);
  const parts = packed ? { year: packed[1], month: packed[2] } : splitDateText(plain);
  if (!parts) return { fault: "badCellDate" };
  const made = checkDateParts(parts);
  if (!made.ok) return { fault: made.fault };
  return made.value >= "1800" && made.value < "2200" ? { ok: made.value } : { fault: "badDate" };
}

function plainDate(text: string): string {
  return cleanText(text.slice(0, 100))
    .normalize("NFKC")
    .replace(/^'/, "")
    .replace(/(?:(?<=\d)[T ]|(?<=[日号])\s?)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M|Z)?$/i, "")
    .replace(/[\u3007○零一二三四五六七八九十]+(?=[年月日号])/g, chineseNumber)
    .replace(/年度$/, "年")
    .replace(/月份$/, "月")
    .replace(/(?<=\d)[-./]$/, "")
    .replace(/[—–−]/g, "-")
    .trim();
}

/** 二〇二二 is 2022; 十二 is 12, 二十 is 20, 三十一 is 31. */
function chineseNumber(text: string): string {
  const ten = text.indexOf("十");
  if (ten < 0) return [...text].map(digit).join("");
  const [before, after] = [text.slice(0, ten), text.slice(ten + 1)];
  return `${before === "" ? 1 : [...before].map(digit).join("")}${after === "" ? 0 : [...after].map(digit).join("")}`;
}

function digit(character: string): number {
  return Math.max(0, "〇一二三四五六七八九".indexOf(character));
}

/** Days since 30 December 1899, by which Excel counts from March 1900 on; 20000 is in 1954, 80000 in 2119. */
function serialDate(days: number): CellDate {
  if (days < 20_000 || days > 80_000) return { fault: "badCellDate" };
  const text = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
  return { ok: text as PartialDate };
}
