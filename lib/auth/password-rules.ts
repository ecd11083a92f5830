import { lengthOf } from "@/lib/kernel/text";
import { commonPasswords, commonWords } from "./common-passwords";
import { isLeaked } from "./leaked-passwords";

// NIST SP 800-63B: at least 8 characters, long ones kept whole, no composition rules, common ones and own names refused.
export const shortestPassword = 8;
/** Only a bound on work: far above the 64 that must be possible. */
export const longestPassword = 256;

/** Why a password must not be used, as a key under `faults.*`; null when it may. `names`: what others know of its owner. */
export function passwordFault(
  password: string,
  names: readonly (string | null | undefined)[],
): string | null {
  const text = password.normalize("NFC");
  if (lengthOf(text) < shortestPassword) return `passwordTooShort:${shortestPassword}`;
  if (lengthOf(text) > longestPassword) return `passwordTooLong:${longestPassword}`;
  if (isCommon(text)) return "passwordCommon";
  return names.some((name) => name && isMadeOf(text, name)) ? "passwordIsName" : null;
}

function isCommon(password: string): boolean {
  const plain = fold(password);
  if (commonPasswords.has(plain) || isLeaked(plain) || isRun(plain)) return true;
  // "Password2024!", "123admin": a common word with figures and signs around it.
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return commonWords.has(word) || commonPasswords.has(word) || isLeaked(word);
}

/** One or two characters over and over, or steps of one: aaaaaaaa, 1212121212, 12345678, hgfedcba. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  if (new Set(codes).size <= 2) return true;
  const steps = new Set(codes.slice(1).map((code, index) => code - codes[index]!));
  return steps.size === 1 && Math.abs([...steps][0]!) === 1;
}

/** The password is the name, once or several times, with less than 4 other characters. */
function isMadeOf(password: string, name: string): boolean {
  const own = fold(name).replace(/[\s._-]/g, "");
  if (lengthOf(own) < 2) return false;
  const all = fold(password).replace(/[\s._-]/g, "");
  return all.includes(own) && lengthOf(all.replaceAll(own, "")) < 4;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
