import { splitNames } from "./name-list";
import { isHan, isPersonName, isPost, isUnit, partUnitAndPost } from "./notice-words";
import { cleanText } from "./text";

/** One honored of a notice's list. `rest` is what fits none of the others: shown, never dropped. */
export type NoticeEntry = { name: string; unit: string; post: string; note: string; rest: string };

type Frame = { people: boolean | null; columns: readonly (keyof NoticeEntry | null)[] | null };
type Read = { entries: NoticeEntry[]; /** How many it says there are: 等5人. */ stated: number | null };

/** The entries of one line; null for a sentence, which is none. */
export function readEntry(text: string, { people, columns }: Frame): Read | null {
  const plain = text.replace(/^[\s:：]+|[\s;；。]+$/g, "");
  if (cleanText(plain) === "") return { entries: [blank(cleanText(text))], stated: null };
  if (columns) {
    const entry = byColumns(plain, columns);
    if (entry) return { entries: [entry], stated: null };
  }
  if (/^\d{4}\s*年.{0,12}日?$/u.test(plain.normalize("NFKC"))) return null;
  if (/[。！!？?]/.test(plain) || (people !== false && isSentence(plain))) return null;
  if (/[，,].*[。！!]\s*$/su.test(text)) return null;
  return people === false ? readThings(plain) : readPeople(plain, people === true);
}

function byColumns(text: string, columns: NonNullable<Frame["columns"]>): NoticeEntry | null {
  const cells = /\t/.test(text) ? text.split(/\t/).map(cleanText) : tokensOf(text);
  if (cells.length < 2) return null;
  const entry = blank("");
  cells.forEach((cell, index) => append(entry, columns[index] ?? "rest", cell));
  if (entry.name === "") [entry.name, entry.rest] = [entry.rest, ""];
  return entry.name === "" ? null : entry;
}

/** 贾建华 某某公司 焊工; 某某公司：贾建华、李晓杰; 张三、李四、王五等5人. */
function readPeople(text: string, sure: boolean): Read | null {
  const colon = /^([^:：、]{2,40})[:：](.+)$/su.exec(text);
  if (colon) {
    const inner = readPeople(colon[2]!, sure);
    if (!inner) return null;
    const label = cleanText(colon[1]!);
    for (const entry of inner.entries)
      if (isUnit(label) && entry.unit === "") entry.unit = label;
      else append(entry, "rest", label);
    return inner;
  }
  const tokens = tokensOf(text);
  // Who signs the notice, below its last name.
  if (sure && tokens.length === 1 && isUnit(tokens[0]!)) return null;
  const at = tokens.findIndex((token) => isNames(token, sure && tokens.length <= 3));
  const nameAt = at >= 0 ? at : 0;
  if (at < 0 && !sure) return { entries: [rowOf(tokens)], stated: null };
  // A line of nothing but names, parted by spaces.
  const all = tokens.length > 1 && tokens.every((token) => isNames(token, false));
  const { names, stated, isOpen } = splitNames(all ? tokens.join("、") : tokens[nameAt]!);
  if (names.length === 0) return { entries: [rowOf(tokens)], stated: null };
  const others = all ? [] : tokens.filter((_, index) => index !== nameAt);
  const entries = names.map(({ name, gender, note }) => {
    const entry = blank(name);
    if (gender) entry.name += gender === "female" ? "（女）" : "（男）";
    for (const word of (note ?? "").split(/[，,；;\s]+/).filter(Boolean)) place(entry, word);
    for (const token of others) place(entry, token);
    return entry;
  });
  const last = entries.at(-1)!;
  if (stated !== null && stated !== names.length) append(last, "rest", `等${stated}人`);
  if (isOpen) append(last, "rest", "等");
  return { entries, stated };
}

/** Teams, studios, units and achievements: the first words are the name, whatever they look like. */
function readThings(text: string): Read {
  const { rest, stated } = takeStated(text);
  const parts = rest
    .split(/[、；;]/)
    .map(cleanText)
    .filter(Boolean);
  const several = parts.length > 1 && parts.every((part) => isUnit(part) && !/\s/.test(part));
  const entries = several ? parts.map((part) => blank(part)) : [rowOf(tokensOf(rest))];
  if (stated !== null && stated !== entries.length) append(entries.at(-1)!, "rest", `等${stated}个`);
  return { entries, stated };
}

function takeStated(text: string): { rest: string; stated: number | null } {
  const match = /\s*等\s*(\d{1,4})\s*[个家项支]$/u.exec(text.normalize("NFKC") === text ? text : "");
  return match
    ? { rest: text.slice(0, match.index), stated: Number(match[1]) }
    : { rest: text, stated: null };
}

function rowOf([name = "", ...others]: string[]): NoticeEntry {
  const entry = blank(name);
  for (const token of others) place(entry, token);
  return entry;
}

/** A line below the entry that says more of it: 完成单位：…, 岗位：…. */
export function readLabelled(entry: NoticeEntry, label: string, value: string, whole: string): void {
  const text = cleanText(value);
  if (/单位$/.test(label) && entry.unit === "") entry.unit = text;
  else if (/^(?:岗位|职务|工种|职业)$/.test(label) && entry.post === "") entry.post = text;
  else if (label === "备注") append(entry, "note", text);
  else append(entry, "rest", cleanText(whole));
}

/** Puts a word where it seems to belong; a second one for the same place is kept as rest. */
function place(entry: NoticeEntry, word: string): void {
  const text = word.replace(/^[（(](.*)[)）]$/su, "$1");
  if ((text === "女" || text === "男") && !/[（(]/.test(entry.name))
    return void (entry.name += `（${text}）`);
  if (/^\p{Script=Han}{1,5}族$/u.test(text)) return append(entry, "note", text);
  const parted = partUnitAndPost(text);
  if (parted && entry.unit === "" && entry.post === "")
    return void Object.assign(entry, { unit: parted.unit, post: parted.post });
  if (entry.unit === "" && isUnit(text)) return void (entry.unit = text);
  if (entry.unit !== "" && entry.post === "" && isUnit(text) && !isPost(text))
    return void (entry.unit = `${entry.unit}${text}`);
  if (entry.post === "" && isPost(text)) return void (entry.post = text);
  append(entry, "rest", word);
}

function append(entry: NoticeEntry, field: keyof NoticeEntry, text: string): void {
  if (text !== "") entry[field] = entry[field] === "" ? text : `${entry[field]}；${text}`;
}

function blank(name: string): NoticeEntry {
  return { name, unit: "", post: "", note: "", rest: "" };
}

/** Words parted by gaps; a name set wide (王　芳) is put together, and commas part where no gap does. */
function tokensOf(text: string): string[] {
  const wide = text
    .split(/\t+|[ \u00a0]{2,}|\u3000+/)
    .map(cleanText)
    .filter(Boolean);
  const words = wide.length > 1 ? wide : text.split(/\s+/).map(cleanText).filter(Boolean);
  const joined = words.reduce<string[]>((all, word) => {
    const before = all.at(-1);
    const single = (one: string | undefined) => one !== undefined && isHan(one) && [...one].length === 1;
    if (single(before) && isHan(bare(word)) && [...bare(word)].length <= 2)
      all[all.length - 1] = before + word;
    else all.push(word);
    return all;
  }, []);
  return joined.flatMap((word) => {
    const pieces = word
      .split(/[，,](?![^（(]*[)）])/u)
      .map(cleanText)
      .filter(Boolean);
    return pieces.length > 1 && !pieces.every((piece) => isPersonName(bare(piece))) ? pieces : [word];
  });
}

const bare = (word: string) => word.replace(/[（(].*?[)）]/gsu, "").trim();

/** A name, or several joined; `sure`: under a heading for people the surname need not be a known one. */
function isNames(token: string, sure: boolean): boolean {
  const { names } = splitNames(token);
  if (names.length === 0) return false;
  const several = names.length > 1 && /[、，,;；]/.test(token);
  return names.every(({ name }) => {
    if (isPersonName(name)) return true;
    const short = isHan(name) && [...name].length >= 2 && [...name].length <= 4;
    return (several || sure) && short && !isUnit(name) && !isPost(name);
  });
}

/** 希望受表彰的集体和个人再接再厉，…: long, with a comma, and no gap. */
function isSentence(text: string): boolean {
  const { names } = splitNames(text);
  if (names.length > 1 && names.every(({ name }) => [...name].length <= 4)) return false;
  return [...text].length > 24 && /[，,；;]/.test(text) && !/\s/.test(text.trim());
}
