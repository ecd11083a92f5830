import type { FoundPerson } from "@/lib/employees/matching/rules";
import { isGone } from "@/lib/employees/rules";
import { splitNames } from "@/lib/kernel/name-list";
import { readNotice, type Notice, type NoticeGroup, type NoticeRow } from "@/lib/kernel/notice-text";
import { isPersonName, isUnit } from "@/lib/kernel/notice-words";
import { nameKey } from "@/lib/kernel/text";
import type { RecipientRole, SubjectKind } from "../schema";
import type { ListRow, LookUpCandidate, TitleChoice } from "./schema";

/** The role of each recipient of a row: who shares it with a first contributor is one of the main contributors. */
export function rolesOf({
  role,
  recipients,
}: Pick<ListRow, "role" | "recipients">): (RecipientRole | null)[] {
  return recipients.map((_, index) =>
    role === "first_contributor" && index > 0 ? "main_contributor" : role,
  );
}

/**
 * Whether a row makes an award at once. One whose only recipient nobody could place waits as a name alone; where others
 * share it, or a bonus goes with it, there is a draft for it to come to.
 */
export function needsAward({ recipients, bonus }: Pick<ListRow, "recipients" | "bonus">): boolean {
  return recipients.length > 1 || bonus !== null || recipients.some(({ id }) => id !== null);
}

const ofGroup = ["levelCode", "prizeLevelCode", "awardDate", "titleId"];

/** Where a fault of an award stands in its list: recipients are counted with those that nobody could place. */
export function faultPath(
  path: string,
  group: number,
  row: number,
  { recipients }: Pick<ListRow, "recipients">,
): string {
  if (ofGroup.includes(path)) return `groups.${group}.${path}`;
  const at = `groups.${group}.rows.${row}`;
  const [field, index, last] = path.split(".");
  if (field === "unknown") return `${at}.recipients.${index}`;
  if (field !== "recipients") return `${at}.${path}`;
  if (index === undefined || last === "role") return index === undefined ? at : `${at}.role`;
  const known = recipients.flatMap(({ id }, place) => (id === null ? [] : [place]));
  return `${at}.recipients.${known[Number(index)] ?? index}`;
}

/** A person whom name and unit point to, as they are shown among candidates. */
export function candidateOf({
  id,
  name,
  unitName,
  workNumber,
  birth,
  last4,
  status,
}: FoundPerson): LookUpCandidate {
  const birthYear = birth?.slice(0, 4) ?? null;
  return { id, name, unit: unitName, workNumber, birthYear, last4, left: isGone(status) };
}

type Named = { names: readonly (string | null)[] };

/** Those that bear a name; else those whose name holds it or is held by it, the nearest in length first. */
export function matchByName<N extends Named>(
  all: readonly N[],
  name: string,
  limit: number,
): { exact: N[]; similar: N[] } {
  const key = nameKey(name);
  if (key === "") return { exact: [], similar: [] };
  const keysOf = ({ names }: N) => names.flatMap((one) => (one ? [nameKey(one)] : []));
  const exact = all.filter((one) => keysOf(one).includes(key));
  const distance = (one: N) =>
    Math.min(
      ...keysOf(one).map((other) =>
        other.length > 1 && (other.includes(key) || key.includes(other))
          ? Math.abs(other.length - key.length)
          : Infinity,
      ),
    );
  const similar = all.filter((one) => distance(one) < Infinity).sort((a, b) => distance(a) - distance(b));
  return { exact, similar: similar.slice(0, limit) };
}

/** A group as a notice's text proposes it. */
export type Proposal = {
  heading: string;
  title: TitleChoice | null;
  /** Titles that it may be instead, the likeliest first. */
  others: TitleChoice[];
  prizeLevelCode: string | null;
  stated: number | null;
  rows: (Omit<NoticeRow, "lines"> & { kind: SubjectKind })[];
};
type Prize = { code: string; zh: string };

/** Headings with their rows out of a notice, each with the catalog's title and its prize level where they are recognised. */
export function proposeGroups(
  text: string,
  titles: readonly TitleChoice[],
  prizes: readonly Prize[],
  context = "",
): { groups: Proposal[]; unread: Notice["unread"] } {
  const find = (heading: string) => findTitles(heading, titles, context);
  const known = (heading: string) => {
    const [title] = find(heading);
    if (!title || coreOf(heading).length < 3) return null;
    const people = title.subjectKinds.includes("employee");
    return { people: people && title.subjectKinds.length > 1 ? null : people };
  };
  const { groups, unread } = readNotice(text, known);
  return {
    unread,
    groups: groups
      .filter(({ rows, stated }, index) => rows.length > 0 || (stated !== null && !isAbove(groups, index)))
      .map(({ heading, above, stated, rows }) => {
        const whole = [...above, heading].join(" ");
        const found = [heading, ...above.toReversed(), [...above, heading].join("")].map(find);
        const likely = found.find(({ length }) => length > 0) ?? [];
        const title = likely[0] && !isTie(whole, likely, context) ? likely[0] : null;
        return {
          ...{ heading: whole, title, others: likely.slice(title ? 1 : 0, 8), stated },
          prizeLevelCode: prizeOf(whole, title, prizes),
          rows: rows.map(({ lines: _lines, ...row }) => ({ ...row, kind: kindOf(row.name, title) })),
        };
      }),
  };
}

/** A heading with others below it has its rows there. */
function isAbove(groups: readonly NoticeGroup[], index: number): boolean {
  const { heading, above } = groups[index]!;
  return groups[index + 1]?.above.length === above.length + 1 && groups[index + 1]?.above.at(-1) === heading;
}

/** The title's only kind of subject; else what the name looks like. */
export function kindOf(name: string, title: Pick<TitleChoice, "subjectKinds"> | null): SubjectKind {
  const kinds = title?.subjectKinds ?? ["employee"];
  if (kinds.length === 1) return kinds[0]!;
  const first = splitNames(name).names[0]?.name ?? "";
  const guess: SubjectKind = /工作室$/u.test(name)
    ? "studio"
    : /(?:班|班组|组|队|团队|集体)$/u.test(name)
      ? "team"
      : isPersonName(first)
        ? "employee"
        : isUnit(name)
          ? "organization"
          : "achievement";
  return kinds.includes(guess)
    ? guess
    : (kinds.find((kind) => kind === "employee") ?? kinds[0] ?? "employee");
}

/** Titles of the catalog that a heading names in full, by its end or in part, the likeliest first. */
export function findTitles(heading: string, titles: readonly TitleChoice[], context = ""): TitleChoice[] {
  const core = coreOf(heading);
  if (core.length < 2) return [];
  return titles
    .map((title) => ({ title, score: scoreOf(core, title, context) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.title.name.length - b.title.name.length)
    .map(({ title }) => title);
}

function scoreOf(core: string, title: TitleChoice, context: string): number {
  const name = coreOf(title.name);
  if (name === core) return 1000;
  if (core.includes(name)) return 500 + name.length;
  // 职工创新成果 for 青岛市职工创新成果: what is left out is who gives it, which the paper itself may say.
  if (!name.endsWith(core)) return core.length > 3 && name.includes(core) ? 100 : 0;
  const left = name.slice(0, name.length - core.length);
  const given = left !== "" && nameKey(context).includes(left.replace(/[市省区]$/u, ""));
  return (given ? 400 : 200) - left.length;
}

function isTie(heading: string, [first, second]: readonly TitleChoice[], context: string): boolean {
  if (!first || !second) return false;
  const scores = [first, second].map((title) =>
    Math.max(...heading.split(" ").map((part) => scoreOf(coreOf(part), title, context))),
  );
  return scores[0]! < 400 && scores[0]! - scores[1]! <= 2 && first.name !== second.name;
}

/** A heading without its year, its quotes, its prize and the words around them. */
function coreOf(heading: string): string {
  return nameKey(heading)
    .replace(/[“”"「」『』《》〈〉]/g, "")
    .replace(/^(?:19|20)\d{2}(?:-(?:19|20)\d{2})?年?度?/u, "")
    .replace(/(?:特等奖|[一二三四]等奖|优秀奖|鼓励奖|提名奖|入围奖|[金银铜]奖)(?:获得者)?/gu, "")
    .replace(/^(?:荣获|获得?|授予|表彰)|(?:荣誉)?(?:称号)?(?:获得者|获奖者|获奖)?(?:名单|情况)?$/gu, "");
}

/** The prize level that a heading names, if the title has it; the longest name first, so that 一等奖 is not 等奖. */
function prizeOf(heading: string, title: TitleChoice | null, prizes: readonly Prize[]): string | null {
  const allowed = title ? prizes.filter(({ code }) => title.prizeLevels.includes(code)) : prizes;
  const named = allowed.filter(
    ({ zh }) => heading.includes(zh) || heading.includes(zh.replace(/奖$/u, "牌")),
  );
  return named.sort((a, b) => b.zh.length - a.zh.length)[0]?.code ?? null;
}
