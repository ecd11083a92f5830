import { splitNames } from "./name-list";
import { readEntry, readLabelled, type NoticeEntry } from "./notice-entry";
import { isBarePrize, isForPeople, isPersonName, isUnit, readCount, readMarker } from "./notice-words";
import { cleanText } from "./text";

/** Somebody or something that a notice names, with the lines (from 1) that say it. */
export type NoticeRow = NoticeEntry & { lines: number[] };
export type NoticeGroup = {
  /** The heading without its number and count, and those above it. */
  heading: string;
  above: string[];
  /** How many the notice says there are. */
  stated: number | null;
  lines: number[];
  rows: NoticeRow[];
};
export type Notice = {
  groups: NoticeGroup[];
  /** Lines that are neither heading nor entry, as they stand. */
  unread: { line: number; text: string }[];
};

/** What is known of a heading beyond its look: whether it names a title of the catalog, and whether that is given to people. */
export type Known = (heading: string) => { people: boolean | null } | null;

/**
 * Reads the list of a notice out of plain text: headings such as 一、青岛大工匠（1名）, entries such as 贾建华 某某公司 焊工, names
 * joined by 、. A proposal for a person to look at: every line that is not blank ends up in a group, a row or among the unread.
 */
export function readNotice(text: string, known: Known = () => null): Notice {
  const reader = new Reader(known);
  text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).forEach((line, index) => {
    if (cleanText(line) !== "") reader.take(line, index + 1);
  });
  return { groups: reader.groups, unread: reader.unread };
}

type Open = { level: number; heading: string };

class Reader {
  readonly groups: NoticeGroup[] = [];
  readonly unread: Notice["unread"] = [];
  private open: Open[] = [];
  private people: boolean | null = null;
  private columns: (keyof NoticeEntry | null)[] | null = null;

  constructor(private readonly known: Known) {}

  take(line: string, at: number): void {
    const marker = readMarker(line);
    const body = (marker?.rest ?? line).trim();
    const head = this.headingOf(body, marker?.kind ?? null);
    if (head) {
      this.begin(head, marker?.kind ?? null, at);
      if (cleanText(head.tail) !== "") this.enter(head.tail, at);
      return;
    }
    if (this.extend(body, at) || this.header(body, at)) return;
    if (!this.group && !this.looksLikeEntry(body))
      return void this.unread.push({ line: at, text: cleanText(line) });
    this.enter(body === "" ? line : body, at);
  }

  private get group(): NoticeGroup | undefined {
    return this.groups.at(-1);
  }

  /** What a line says as a heading; null where it is none. */
  private headingOf(body: string, marker: string | null): Heading | null {
    const numbered = marker === "part" || marker === "subpart";
    const counted = readCount(body);
    const titled = (text: string) => isBarePrize(cleanText(text)) || this.known(cleanText(text)) !== null;
    if (counted) {
      const { head, stated, of, tail } = counted;
      if (numbered || titled(head) || !(isPersonName(cleanText(head)) || /[、，,;；\s]/.test(head)))
        return { text: head, stated, of, tail };
    }
    const colon = /^(.{1,40}?)\s*[:：]\s*(.*)$/su.exec(body);
    if (colon) {
      const [, label = "", tail = ""] = colon;
      if (titled(label) || (numbered && !isUnit(cleanText(label))))
        return { text: label, stated: null, of: null, tail };
      // 各单位： is spoken to, not honored.
      if (tail === "" && !/^各/.test(label) && !isUnit(cleanText(label)) && !labels.test(label))
        return { text: label, stated: null, of: null, tail };
    }
    const [first = "", ...others] = body.split(/\s+/);
    if (titled(body)) return { text: body, stated: null, of: null, tail: "" };
    if (others.length > 0 && titled(first) && marker !== "item")
      return { text: first, stated: null, of: null, tail: body.slice(first.length) };
    if (numbered && !isPersonName(cleanText(first)) && !/[。；;]/.test(body) && [...body].length <= 60)
      return { text: body, stated: null, of: null, tail: "" };
    return null;
  }

  private begin({ text, stated, of }: Heading, marker: string | null, at: number): void {
    const heading = cleanText(text).replace(/^[“"「]|[”"」]$/g, "");
    const level =
      marker === "part" ? 1 : marker === "subpart" ? 2 : isBarePrize(heading) ? 3 : marker === "item" ? 3 : 1;
    this.open = this.open.filter((one) => one.level < level);
    const above = this.open.map((one) => one.heading);
    this.open.push({ level, heading });
    const told = this.known([...above, heading].join("")) ?? this.known(heading);
    const inherited = isBarePrize(heading) && above.length > 0 ? this.people : null;
    this.people = told ? told.people : (isForPeople([...above, heading].join(""), of) ?? inherited);
    this.columns = null;
    this.groups.push({ heading, above, stated, lines: [at], rows: [] });
  }

  /** 完成单位：…, 完成人：… belong to the entry before them. */
  private extend(body: string, at: number): boolean {
    const row = this.group?.rows.at(-1);
    const match = labels.exec(body);
    if (!row || !match) return false;
    readLabelled(row, match[1]!, body.slice(match[0].length), body);
    row.lines.push(at);
    return true;
  }

  /** 序号 姓名 单位 岗位: says what the columns below it hold. */
  private header(body: string, at: number): boolean {
    const words = body
      .split(/[\s|｜]+/)
      .map(cleanText)
      .filter(Boolean);
    const columns = words.map((word) => headings[word.replace(/[*＊:：]/g, "")]);
    if (words.length < 2 || columns.some((column) => column === undefined)) return false;
    this.ensureGroup().lines.push(at);
    this.columns = columns.filter((column) => column !== "number") as typeof this.columns;
    return true;
  }

  private enter(text: string, at: number): void {
    const read = readEntry(text, { people: this.people, columns: this.columns });
    if (!read) return void this.unread.push({ line: at, text: cleanText(text) });
    const group = this.ensureGroup();
    group.rows.push(...read.entries.map((entry) => ({ ...entry, lines: [at] })));
    if (read.stated !== null && (group.stated === null || this.summed.has(group))) {
      group.stated = (group.stated ?? 0) + read.stated;
      this.summed.add(group);
    }
  }

  /** Groups whose count comes from their lines (等5人), not from their heading. */
  private readonly summed = new Set<NoticeGroup>();

  private ensureGroup(): NoticeGroup {
    if (!this.group) this.groups.push({ heading: "", above: [], stated: null, lines: [], rows: [] });
    return this.group!;
  }

  private looksLikeEntry(body: string): boolean {
    if (/[。！!？?]/.test(body)) return false;
    const { names } = splitNames(body);
    const first = cleanText(body.split(/\s+/)[0] ?? "");
    return (
      (names.length > 1 && names.every(({ name }) => isPersonName(name))) ||
      (isPersonName(first) && body.trim().length > first.length)
    );
  }
}

type Heading = { text: string; stated: number | null; of: string | null; tail: string };

const labels =
  /^(主要完成单位|完成单位|申报单位|推荐单位|所在单位|工作单位|单位|主要完成人员?|完成人员?|参与人员?|主创人员?|作者|发明人|负责人|带头人|领衔人|组长|班长|成员|指导教师|指导老师|师傅|徒弟|岗位|职务|工种|职业|工号|性别|备注|奖金)\s*[:：]\s*/u;

const headings: Record<string, keyof NoticeEntry | "number" | null> = {
  ...{ 序号: "number", 编号: "number", 号: "number" },
  ...{ 姓名: "name", 获奖人: "name", 获奖者: "name", 名称: "name", 班组名称: "name", 项目名称: "name" },
  ...{ 成果名称: "name", 单位名称: "name", 工作室名称: "name", 获奖主体: "name", 职工姓名: "name" },
  ...{ 单位: "unit", 所在单位: "unit", 工作单位: "unit", 完成单位: "unit", 申报单位: "unit", 部门: "unit" },
  ...{ 岗位: "post", 职务: "post", 工种: "post", 职业: "post", 职称: "post", 职务职称: "post" },
  ...{
    备注: "note",
    性别: "rest",
    完成人: "rest",
    主要完成人: "rest",
    等级: "rest",
    奖项: "rest",
    工号: "rest",
  },
};
