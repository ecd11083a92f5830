import { cleanText } from "./text";

export type Phone = { number: string; mask: string };
export type ReadPhone = { ok: Phone; fault?: undefined } | { ok?: undefined; fault: string };

/**
 * A phone number as it is kept: a mobile one of 11 digits, a landline with its area code and perhaps an extension, or one
 * from abroad with +. The mask leaves what tells two numbers of one person apart.
 */
export function readPhone(text: string): ReadPhone {
  const plain = plainPhone(text);
  if (plain === "") return { fault: "required" };
  const mobile = /^(?:\+?86|0086)?(1[3-9]\d)(\d{4})(\d{4})$/.exec(plain);
  if (mobile) return { ok: { number: mobile.slice(1).join(""), mask: `${mobile[1]}****${mobile[3]}` } };
  const landline = /^(?:\+?86|0086)?(010|02\d|0[3-9]\d{2})(\d{3,4})(\d{4})(?:[转x](\d{1,6}))?$/.exec(plain);
  if (landline) {
    const [, area, front, end, extension] = landline;
    return {
      ok: {
        number: `${area}${front}${end}${extension ? `x${extension}` : ""}`,
        mask: `${area}****${end}`,
      },
    };
  }
  const abroad = /^\+(?!86)([1-9]\d{6,14})$/.exec(plain);
  if (abroad) return { ok: { number: plain, mask: `${plain.slice(0, 3)}****${plain.slice(-2)}` } };
  return { fault: "badPhone" };
}

/** The form in which a cell may be kept; read again it says the same of its shape. */
export function concealPhone(text: string): string {
  const { ok } = readPhone(text);
  if (ok) return ok.mask;
  const plain = plainPhone(text);
  return isPhoneMask(plain) ? plain : plain.replace(/\d(?=\d{2})/g, "*").slice(0, 40);
}

export function isPhoneMask(text: string): boolean {
  return /^[0-9+]{1,4}\*{4}[0-9]{2,4}$/.test(text);
}

function plainPhone(text: string): string {
  return cleanText(text.slice(0, 100))
    .normalize("NFKC")
    .replace(/^'/, "")
    .toLowerCase()
    .replace(/[\s().‐‑‒–—―-]/g, "");
}
