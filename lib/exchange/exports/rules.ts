import { placeText, zone, zonedDay } from "@/lib/awards/rules";
import type { AwardFilter } from "@/lib/awards/schema";
import type { Cell, Column } from "../sheets/sheet";
import type { AwardFact, RecipientFact } from "./ledger/schema";
import { type ExportColumn, type ExportInput, type FilterWord, holdsNumbers, type RowPer } from "./schema";

/** Translators of the namespaces exports and awards. */
export type Words = { exports: Translate; awards: Translate };
type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The same words, each looked up once: a file says 有效 a hundred thousand times. */
export function remembered({ exports, awards }: Words): Words {
  const once = (t: Translate): Translate => {
    const said = new Map<string, string>();
    return (key, values) => {
      const asked = values ? key + JSON.stringify(values) : key;
      const text = said.get(asked) ?? t(key, values);
      said.set(asked, text);
      return text;
    };
  };
  return { exports: once(exports), awards: once(awards) };
}

/** Columns of amounts; every other one is text, so that numbers of people and documents stay as they are. */
const money: readonly ExportColumn[] = ["recipientBonus", "bonus"];
const widths: Partial<Record<ExportColumn, number>> = {
  ...{
    title: 30,
    titleEn: 30,
    name: 18,
    place: 20,
    unitThen: 26,
    unionUnit: 22,
    unitNow: 26,
    documentNumber: 22,
    documentTitle: 40,
  },
  ...{
    issuers: 24,
    grantingBodies: 24,
    reason: 40,
    recordingUnit: 22,
    ledgerNumber: 15,
    evidenceGrade: 20,
  },
  ...{ confirmedAt: 17, idNumber: 22, phone: 16 },
};

export function sheetColumns(columns: readonly ExportColumn[], rowPer: RowPer, words: Words): Column[] {
  return columns.map((column) => ({
    header: words.exports(
      rowPer === "award" && column === "recipientBonus" ? "columns.recipientBonusSum" : `columns.${column}`,
    ),
    width: widths[column] ?? 12,
    kind: money.includes(column) ? "money" : "text",
  }));
}

/** The rows of one award: one for each recipient, or one in which the recipients stand side by side. */
export function rowsOf(
  award: AwardFact,
  columns: readonly ExportColumn[],
  rowPer: RowPer,
  words: Words,
): Cell[][] {
  if (rowPer === "award")
    return [columns.map((column) => ofAward(column, award, words) ?? ofRecipients(column, award, words))];
  const recipients = award.recipients.length > 0 ? award.recipients : [null];
  return recipients.map((recipient) =>
    columns.map((column) =>
      column === "state" && recipient
        ? stateOf(award, [recipient], words)
        : (ofAward(column, award, words) ?? (recipient && ofRecipient(column, recipient, award, words))),
    ),
  );
}

/** 获奖台账_20261127_123条 */
export function fileName(count: number, now: Date, ending: string, { exports: t }: Words): string {
  return `${t("file.name", { day: zonedDay(now).replaceAll("-", ""), count })}.${ending}`;
}

type Told = {
  told: readonly FilterWord[];
  choice: ExportInput;
  awards: number;
  count: number;
  by: string;
  now: Date;
};

/** What the second sheet says of the first. */
export function notesOf(
  { told, choice: { columns, rowPer, reason }, awards, count, by, now }: Told,
  { exports: t }: Words,
): [string, string][] {
  const repeated = rowPer === "recipient" && columns.includes("bonus");
  return [
    [t("notes.content"), t(`rowPer.${rowPer}`)],
    ...told.map(({ key, value }): [string, string] => [t(`filter.${key}`), value]),
    [t("notes.awards"), String(awards)],
    [t("notes.rows"), String(count)],
    [t("notes.by"), by],
    [t("notes.at"), zonedMinute(now)],
    [t("notes.reason"), reason],
    ...(holdsNumbers(columns) ? [[t("notes.care"), t("notes.wholeNumbers")] satisfies [string, string]] : []),
    ...(repeated ? [[t("notes.hint"), t("notes.bonusRepeated")] satisfies [string, string]] : []),
  ];
}

/** "2026-11-27 09:30" where the registry's people live. */
function zonedMinute(now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(
    now,
  );
}

/** A filter as the parameters of a URL or the fields of a form. The year always stands there: what is asked for today is so tomorrow. */
export function filterFields({
  year,
  sort,
  direction,
  page: _page,
  size: _size,
  ...rest
}: AwardFilter): [string, string][] {
  const given = { ...rest, year: year ?? "all", sort: direction === "desc" ? `-${sort}` : sort };
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** 有效, 已撤销, 已取消; where one of several, or a member, was struck: 有效（其中李晓杰已取消）. */
function stateOf(
  { state, recipients: all }: AwardFact,
  shown: readonly RecipientFact[],
  { exports: t, awards }: Words,
): string {
  const said = awards(`state.${state}`);
  if (state === "revoked") return said;
  if (shown.length < all.length && shown.some(({ struck }) => struck)) return awards("struck.badge");
  const names = shown
    .flatMap((one) => [...(one.struck ? [one.name] : []), ...one.struckMembers])
    .join(t("file.comma"));
  return names === ""
    ? said
    : awards("struck.stateWith", { state: said, struck: awards("struck.some", { names }) });
}

/** Undefined where the column tells of recipients. */
function ofAward(column: ExportColumn, award: AwardFact, words: Words): Cell | undefined {
  const { exports: t, awards } = words;
  const joined = (texts: readonly string[]) => texts.join(t("file.semicolon")) || null;
  switch (column) {
    case "ledgerNumber":
    case "title":
    case "titleEn":
    case "category":
    case "level":
    case "prizeLevel":
    case "awardDate":
    case "reason":
    case "recordingUnit":
    case "enteredBy":
    case "confirmedBy":
    case "confirmedAt":
      return award[column];
    case "rank":
    case "awardYear":
      return award[column] === null ? null : String(award[column]);
    case "bonus":
      return amount(award.bonus);
    case "documentNumber":
      return joined(award.documentNumber);
    case "documentTitle":
      return joined(award.documentTitle);
    case "issuers":
    case "grantingBodies":
      return [...new Set(award[column])].join(t("file.comma")) || null;
    case "state":
      return stateOf(award, award.recipients, words);
    case "evidenceGrade":
      return awards(`grade.${award.evidenceGrade}`);
    default:
      return undefined;
  }
}

function ofRecipient(
  column: ExportColumn,
  recipient: RecipientFact,
  { recipients }: AwardFact,
  { exports: t, awards }: Words,
): Cell {
  switch (column) {
    case "name":
    case "unitThen":
    case "unionUnit":
    case "postThen":
    case "workNumber":
      return recipient[column];
    case "kind":
      return awards(`kind.${recipient.kind}`);
    case "role":
      return recipient.role && awards(`role.${recipient.role}`);
    case "place":
      return (
        placeText(
          awards,
          { position: recipient.position, total: recipients.length, role: recipient.role },
          null,
        ) || null
      );
    case "idNumber":
    case "phone":
      return recipient[column] ?? null;
    case "gender":
      return recipient.gender && t(`gender.${recipient.gender}`);
    case "unitNow":
      return recipient.unitsNow.join(t("file.comma")) || null;
    case "recipientBonus":
      return amount(recipient.recipientBonus);
    case "share":
      return recipient.share && `${Number(recipient.share)}%`;
    default:
      return null;
  }
}

/** Side by side in their order, with a dash for what one of them lacks; their amounts added up. */
function ofRecipients(column: ExportColumn, award: AwardFact, words: Words): Cell {
  const { exports: t } = words;
  if (column === "recipientBonus") return sum(award.recipients.map(({ recipientBonus }) => recipientBonus));
  const cells = award.recipients.map((recipient) => ofRecipient(column, recipient, award, words));
  if (cells.every((cell) => cell === null)) return null;
  return (column === "kind" ? [...new Set(cells)] : cells).map((cell) => cell ?? "—").join(t("file.comma"));
}

/** numeric(12,2) is exact as a number: twelve digits of the fifteen that one holds. */
function amount(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function sum(amounts: readonly (string | null)[]): number | null {
  const given = amounts.filter((one) => one !== null);
  return given.length === 0
    ? null
    : given.reduce((total, one) => total + Math.round(Number(one) * 100), 0) / 100;
}
