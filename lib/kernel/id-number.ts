import { isRoundedNumber } from "./cell-number";
import { parsePartialDate, type PartialDate } from "./partial-date";
import { cleanText } from "./text";

export type IdNumber = { last4: string; birth: PartialDate; gender: "male" | "female" };
export type ReadIdNumber = { ok: IdNumber; fault?: undefined } | { ok?: undefined; fault: string };

/**
 * A citizen's number (GB 11643-1999): region, birth, sequence (odd for men), check character modulo 11-2. One of 15 digits
 * from before 1999 is read as the one of 18 that followed. One that Excel has rounded is named: its last digits are gone.
 */
export function readIdNumber(text: string): ReadIdNumber {
  const plain = plainNumber(text);
  if (plain === "") return { fault: "required" };
  if (isRoundedId(plain)) return { fault: "idNumberRounded" };
  if (/^[\dX*]*$/.test(plain) && plain.length !== 15 && plain.length !== 18)
    return { fault: `idNumberLength:${plain.length}` };
  return readParts(/^\d{15}$/.test(plain) ? withCentury(plain) : plain);
}

function withCentury(plain: string): string {
  const long = `${plain.slice(0, 6)}19${plain.slice(6)}`;
  return long + checkCharacter(long);
}

function readParts(whole: string): ReadIdNumber {
  const parts = /^(\d{6}|\*{6})(\d{4})(\d{2})(\d{2})(\d{3}[\dX])$/.exec(whole);
  const birth = parts && parsePartialDate(`${parts[2]}-${parts[3]}-${parts[4]}`);
  if (!parts || !birth || birth < "1800") return { fault: "badIdNumber" };
  // A concealed one was looked at before its region was covered.
  if (parts[1] !== "******" && checkCharacter(whole.slice(0, 17)) !== whole[17])
    return { fault: "badIdNumber" };
  const last4 = parts[5]!;
  return { ok: { last4, birth, gender: Number(last4[2]) % 2 === 1 ? "male" : "female" } };
}

/** A number that stands there whole, with its parts: 18 characters, nothing concealed. Typed by hand it may end in zeros. */
export function readWholeIdNumber(text: string): (IdNumber & { number: string }) | { fault: string } {
  const plain = plainNumber(text);
  const number = /^\d{15}$/.test(plain) ? withCentury(plain) : plain;
  const read = /^\d{15}000$/.test(number) ? readParts(number) : readIdNumber(number);
  if (read.fault !== undefined) return { fault: read.fault };
  return number.includes("*") ? { fault: "badIdNumber" } : { ...read.ok, number };
}

/** **************002X: nothing of region and birth, since a record that shows the birth would leave few numbers to try. */
export function maskIdNumber(last4: string): string {
  return `${"*".repeat(14)}${last4}`;
}

/**
 * The form in which a cell may be kept: the registry keeps birth and last four characters, so the region goes; of what is
 * no number nothing but its length and end stays. Read again it says the same.
 */
export function concealIdNumber(text: string): string {
  const plain = plainNumber(text);
  if (plain === "") return "";
  const { ok, fault } = readIdNumber(plain);
  if (ok) return `******${ok.birth.replaceAll("-", "")}${ok.last4}`;
  if (fault === "idNumberRounded" && /E/.test(plain)) return plain.replace(/^.*E/, "*.*E");
  const shown = plain.length > 8 ? (fault === "idNumberRounded" ? 3 : 4) : 0;
  const cover = /^[\dX*]*$/.test(plain) ? "*" : "?";
  return cover.repeat(plain.length - shown) + plain.slice(plain.length - shown);
}

function plainNumber(text: string): string {
  return cleanText(text.slice(0, 100))
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^'/, "")
    .replace(/[\s-]/g, "")
    .replace(/×$/, "X");
}

/** 18 digits of which the last three are 0, or 1.2E+17. One number in some thousands ends so by itself: better asked than guessed. */
function isRoundedId(plain: string): boolean {
  return isRoundedNumber(plain) || /^[\d*]{15}0{3,}$/.test(plain);
}

function checkCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * weights[index]!, 0);
  return "10X98765432"[sum % 11]!;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
