import { cleanText } from "./text";

export type NamedOne = { name: string; gender?: "female" | "male"; note?: string };
export type NameList = {
  names: NamedOne[];
  /** The number that the text itself states: 等5人, 共5人. */
  stated: number | null;
  /** It ends in 等 without a number: not everybody is named. */
  isOpen: boolean;
};

/**
 * Names out of one cell or line, as people write them: 张三、李四（女）, 王 芳; 阿卜杜·热合曼 等5人. A space parts names only where
 * whole names stand on both sides: "王 芳" is one, set wide to be as long as its neighbours.
 */
export function splitNames(text: string): NameList {
  const plain = text
    .slice(0, 20_000)
    .replace(/[（［〔【[]/g, "(")
    .replace(/[）］〕】\]]/g, ")")
    .replace(/\s*[·•・‧∙⋅]\s*/g, "·");
  const { rest, stated, isOpen } = takeCount(plain);
  const names = outsideParentheses(rest).flatMap((part) => namesIn(part));
  return { names, stated, isOpen };
}

/** What is wrong with a list that says of itself how many it names; null where nothing is. */
export function namesFault({ names, stated, isOpen }: NameList): string | null {
  if (isOpen) return "namesOpen";
  return stated !== null && stated !== names.length ? `namesStated:${stated}` : null;
}

/** 等5人, 等五名同志, （共5人）, 等 at the end. */
function takeCount(text: string): { rest: string; stated: number | null; isOpen: boolean } {
  const trimmed = text.replace(/[\s。.]+$/, "");
  const counted =
    /[\s、,，]*\(?(?:等|共计?|计)\s*(\d{1,4}|[０-９]{1,4}|[一二三四五六七八九十两]{1,3})\s*[人名位个](?:同志)?\)?$/.exec(
      trimmed,
    );
  if (counted) {
    const stated = countOf(counted[1]!.normalize("NFKC"));
    return { rest: trimmed.slice(0, counted.index), stated, isOpen: false };
  }
  const open = /[\s、,，]*(?:等人?|等同志|等等)$/.exec(trimmed);
  // 等 is no surname, but a given name may be anything: only after two characters of a name.
  if (open && /\p{L}{2}\)?$|\)$/u.test(trimmed.slice(0, open.index)))
    return { rest: trimmed.slice(0, open.index), stated: null, isOpen: true };
  return { rest: trimmed, stated: null, isOpen: false };
}

function countOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = "零一二三四五六七八九";
  const value = (one: string) => (one === "两" ? 2 : Math.max(0, digits.indexOf(one)));
  const ten = text.indexOf("十");
  if (ten < 0) return value(text);
  return (ten === 0 ? 1 : value(text[0]!)) * 10 + (ten === text.length - 1 ? 0 : value(text.at(-1)!));
}

/** Parts between separators; those within parentheses part nothing. */
function outsideParentheses(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    if (character === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && /[\u2460-\u2473]/.test(character)) parts.push("");
    else if (depth === 0 && /[、,，;；/／|\n\r\t\v\f\u0085\u2028\u2029]/.test(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** One part: notes in parentheses belong to the name before them, a number in front counts. */
function namesIn(part: string): NamedOne[] {
  const found: NamedOne[] = [];
  for (const [, outside = "", inside] of part.matchAll(/([^(]*)(?:\(([^)]*)\)?)?/g)) {
    const said = outside.replace(/^.{1,10}[:：]/u, (label) => (/\d/.test(label) ? label : ""));
    found.push(...splitSpaces(said).map((name) => ({ name })));
    const note = cleanText(inside ?? "");
    const last = found.at(-1);
    if (note !== "" && last && !/^\d+$/.test(note)) Object.assign(last, noteOf(note, last.note));
  }
  return found;
}

function noteOf(note: string, before?: string): Partial<NamedOne> {
  const words = note.split(/[、,，;；\s]+/).filter(Boolean);
  const gender = words.includes("女") ? "female" : words.includes("男") ? "male" : null;
  const rest = [before, ...words.filter((word) => word !== "女" && word !== "男")].filter(Boolean).join("，");
  return { ...(gender && { gender }), ...(rest && { note: rest }) };
}

/** Where gaps are of two widths, the wide ones part names and the narrow ones stand within them. */
function splitSpaces(text: string): string[] {
  const trimmed = text.replace(/^\s+|\s+$/g, "");
  const gaps = [...trimmed.matchAll(/\s+/g)].map(([gap]) => widthOf(gap));
  const widest = Math.max(0, ...gaps);
  const pieces =
    gaps.length > 0 && Math.min(...gaps) < widest
      ? trimmed.split(new RegExp(`\\s{2,}|\\u3000`)).filter(Boolean)
      : [trimmed];
  return pieces.flatMap((piece) => joinSingles(piece.split(/\s+/).map(bareName).filter(Boolean)));
}

function widthOf(gap: string): number {
  return [...gap].reduce((width, one) => width + (one === "\u3000" ? 2 : 1), 0);
}

/** Without the number before it (1. 张三, ①张三) and what is no name: digits, 同志, a full stop. */
function bareName(text: string): string {
  return cleanText(text)
    .replace(/^(?:[\d０-９]{1,3}[.．)）]?|[\u2460-\u2473])/, "")
    .replace(/(?<=\p{Script=Han}{2})同志$/u, "")
    .replace(/[。.:：]+$/, "");
}

/** 王 芳 and 欧阳 娜 are one name each; 张伟 李娜 are two; words of Latin script are one. */
function joinSingles(words: string[]): string[] {
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const next = words[at + 1];
    const length = [...word].length;
    const han = (text: string | undefined) => text !== undefined && /^[\p{Script=Han}]+$/u.test(text);
    if (han(word) && han(next) && (length === 1 || compoundSurnames.has(word)) && [...next!].length <= 2) {
      const third = words[at + 2];
      const wide =
        length === 1 && [...next!].length === 1 && words.length === 3 && third && [...third].length === 1;
      names.push(word + next + (wide ? third : ""));
      at += wide ? 2 : 1;
    } else if (!/\p{Script=Han}/u.test(word) && names.length > 0 && /[A-Za-z.]$/.test(names.at(-1)!)) {
      names[names.length - 1] += ` ${word}`;
    } else {
      names.push(word);
    }
  }
  return names;
}

/** Surnames of two characters that are still borne by many. */
const compoundSurnames = new Set(
  "欧阳 上官 司马 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 端木 东方 南宫 独孤 司徒 司空 西门 轩辕 申屠 澹台 钟离 呼延 百里 东郭 闻人 赫连 拓跋 万俟".split(
    " ",
  ),
);
