/**
 * One line of text as it is stored: NFC, invisible marks (zero-width, direction, control, NUL, lone surrogates,
 * noncharacters) gone, white space of every kind collapsed to one space and trimmed. Variation selectors stay: they
 * choose the drawn form of rare name characters (Unicode IVD).
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return text;
  return stripInvisible(text).normalize("NFC").replace(/\s+/g, " ").trim();
}

/** The same for text of several lines: line ends become \n, at most one empty line between paragraphs. */
export function cleanParagraphs(text: string): string {
  return stripInvisible(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n"))
    .normalize("NFC")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Key under which equal names are equal: full-width folded, dots of foreign names folded to ·, no spaces, lower case. */
export function nameKey(text: string): string {
  if (plainKey.test(text)) return text;
  return (
    cleanText(text)
      .replace(variationSelectors, "")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/\s/g, "")
      // Marks that a space stood between come together, and have an order of their own.
      .normalize("NFKC")
      .replace(middleDots, "·")
      .replace(/\s/g, "")
  );
}

/**
 * Normal form of a 文号, for comparison only. GB/T 9704-2012 7.2.5: issuer's mark, the full year in 〔〕, then the running
 * number without 第 and without leading zeros, then 号 ("青工发〔2022〕15号").
 */
export function normalizeDocumentNumber(text: string): string {
  return cleanText(text)
    .replace(variationSelectors, "")
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\s/g, "")
    .normalize("NFKC")
    .replace(/[([{<【〖〔〘〈《「『❲⟨]/g, "〔")
    .replace(/[)\]}>】〗〕〙〉》」』❳⟩]/g, "〕")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/號/g, "号")
    .replace(/〔(\d{4})年?〕第?0*(\d+)(?:号文?)?$/, "〔$1〕$2号");
}

/**
 * Makes text that a spreadsheet would run as a formula plain text, by a leading apostrophe (OWASP "CSV Injection", and
 * the full-width signs that Excel folds). Text alone: numbers are written as numbers. `restoreFormula` undoes it exactly.
 */
export function neutralizeFormula(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text;
}

export function restoreFormula(text: string): string {
  return text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;
}

/** Text as a literal inside a LIKE pattern (PostgreSQL's default escape character is the backslash). */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** Length as people and PostgreSQL's char_length count it: code points, so that 𠮷 is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Most texts are clean as they are, and imports ask of a million: letters and marks that no step below would change. */
const plain = /^(?:[!-~\u4e00-\u9fff\u3001-\u3029\uff01-\uff5e]+(?: (?=[!-~\u4e00-\u9fff])|$))*$/;
const plainKey = /^[a-z0-9\u4e00-\u9fff]+$/;
/** For PostgreSQL, too, whose expressions read the same. */
export const formulaPattern = "^'*[=+\\-@\\t\\r\\n＝＋－＠]";
const formulaLike = new RegExp(formulaPattern);
const variationSelectors = /[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const middleDots = /[.\u0387\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\u00b7]/g;
const invisible =
  /(?![\s\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{Noncharacter_Code_Point}]|\ufeff/gu;

function stripInvisible(text: string): string {
  return text.replace(/[\u0085\u2800]/g, " ").replace(invisible, "");
}
