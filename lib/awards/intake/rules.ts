import { readCellDate } from "@/lib/kernel/cell-date";
import { isRoundedNumber } from "@/lib/kernel/cell-number";
import { parseInput } from "@/lib/kernel/fields";
import { readIdNumber } from "@/lib/kernel/id-number";
import type { IntakeRow } from "@/lib/kernel/intake";
import { codeOf, partsOf, readRow, type RowReader, type Words } from "@/lib/kernel/intake-row";
import { namesFault, splitNames } from "@/lib/kernel/name-list";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { cleanParagraphs, cleanText, nameKey } from "@/lib/kernel/text";
import { overlaps, type TitleRules } from "../rules";
import { awardInput, recipientsMax, type AwardInput, type RecipientRole, type SubjectKind } from "../schema";
import { intakeColumns, kindWords, roleWords } from "./schema";

/** What rows may name, by the keys of its names; read once for a whole workbook. */
export type Catalog<Title extends CatalogTitle> = {
  titles: ReadonlyMap<string, readonly Title[]>;
  levels: Words;
  prizeLevels: Words;
  /** Granting bodies by name and code. */
  bodies: ReadonlyMap<string, number>;
};
export type CatalogTitle = TitleRules & { id: number };

/** A recipient as the row names it, with what tells it from others of its name. */
export type Named = {
  name: string;
  workNumber: string | null;
  unit: readonly string[];
  last4: string | null;
  birth: string | null;
  post: string | null;
  role: RecipientRole | null;
};
export type Draft<Title extends CatalogTitle> = {
  reader: RowReader;
  title: Title | null;
  kind: SubjectKind;
  award: AwardInput | null;
  named: Named[];
  document: { number: string | null; title: string | null };
  grantingBodies: number[];
  /** Whether the row itself says why, apart from a remark. */
  reasoned: boolean;
};

/** Reads a row's cells by the rules of the form; what they mean beyond the catalog is for whoever knows the ledger. */
export function readDraft<Title extends CatalogTitle>(row: IntakeRow, catalog: Catalog<Title>): Draft<Title> {
  const reader = readRow(withoutDashes(row), intakeColumns);
  const awardDate = reader.date("awardDate");
  if (!reader.isGiven("awardDate")) reader.fault("awardDate", "required");
  const title = titleOf(reader, catalog, awardDate);
  const kind =
    reader.choice("subjectKind", kindWords) ??
    (title?.subjectKinds.length === 1 ? title.subjectKinds[0]! : "employee");
  const remark = cleanParagraphs(reader.text("remark") ?? "");
  const reason = cleanParagraphs(reader.text("reason") ?? "");
  const parsed = parseInput(awardInput, {
    ...{ titleId: title?.id ?? 1, awardDate: awardDate ?? "2000", deeds: reader.text("deeds") ?? "" },
    ...{
      levelCode: reader.choice("level", catalog.levels),
      rank: rankOf(reader),
      awardYear: yearText(reader),
    },
    ...{ prizeLevelCode: reader.choice("prizeLevel", catalog.prizeLevels), bonus: reader.number("bonus") },
    reason: [reason, remark && `备注：${remark}`].filter(Boolean).join("\n"),
  });
  if (!parsed.ok)
    reader.take(parsed.fault.fields, (field) => (field === "reason" && reason === "" ? "remark" : field));
  return {
    ...{ reader, title, kind, award: parsed.ok ? parsed.value : null, reasoned: reason !== "" },
    named: namedIn(reader, kind),
    document: {
      number: cleanText(reader.text("documentNumber") ?? "") || null,
      title: cleanText(reader.text("documentTitle") ?? "") || null,
    },
    grantingBodies: bodiesOf(reader, catalog),
  };
}

/** People write a dash, or 无, where there is nothing. */
function withoutDashes(row: IntakeRow): IntakeRow {
  const isDash = (text: string) =>
    text.length < 8 && text !== "" && /^(?:[-—–－/／\\]+|无|N\/A|#N\/A)$/i.test(cleanText(text));
  const dashes = Object.keys(row.cells).filter((key) => isDash(row.cells[key]!));
  if (dashes.length === 0) return row;
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(dashes.map((key) => [key, ""])) } };
}

/** The title of that name that was given at the time; one of another time where there is none, whose own rule then speaks. */
function titleOf<Title extends CatalogTitle>(
  reader: RowReader,
  { titles }: Catalog<Title>,
  date: PartialDate | undefined,
): Title | null {
  if (!reader.isGiven("title")) return reader.fault("title", "required") ?? null;
  const text = cleanText(reader.text("title")!).replace(/^[“"《](.*)[”"》]$/u, "$1");
  const named = titles.get(nameKey(text)) ?? [];
  const then = date ? named.filter((one) => overlaps(date, one.validFrom, one.validTo)) : [];
  const meant = then.length > 0 ? then : named;
  if (meant.length === 1 || (meant.length > 1 && then.length === 0)) return meant.at(-1)!;
  return reader.fault("title", meant.length === 0 ? "titleUnknown" : "titleAmbiguous") ?? null;
}

function bodiesOf(reader: RowReader, { bodies }: Catalog<CatalogTitle>): number[] {
  if (!reader.isGiven("grantingBodies")) return [];
  const text = reader.text("grantingBodies")!;
  const whole = bodies.get(nameKey(text));
  if (whole !== undefined) return [whole];
  const ids = partsOf(text).map((part) => bodies.get(nameKey(part)) ?? part);
  const unknown = ids.find((id) => typeof id === "string");
  if (unknown !== undefined) reader.fault("grantingBodies", `bodyUnknown:${unknown.slice(0, 50)}`);
  return [...new Set(ids.filter((id) => typeof id === "number"))];
}

/** 第3名, 第三名, 3 */
function rankOf(reader: RowReader): string {
  const text = cleanText(reader.text("rank") ?? "").normalize("NFKC");
  const [, inner = text] = /^第?(.+?)名?$/.exec(text) ?? [];
  const chinese = "一二三四五六七八九十".indexOf(inner);
  return inner.length === 1 && chinese >= 0 ? String(chinese + 1) : inner.replace(/^0+(?=\d)|\.0+$/g, "");
}

/** 2022, 2022年, 2022年度 */
function yearText(reader: RowReader): string {
  return cleanText(reader.text("awardYear") ?? "")
    .normalize("NFKC")
    .replace(/\s?(?:年度?|届)$|\.0+$/, "");
}

function namedIn(reader: RowReader, kind: SubjectKind): Named[] {
  if (!reader.isGiven("recipients")) return reader.fault("recipients", "required") ?? [];
  const text = reader.text("recipients")!;
  const list = kind === "employee" ? splitNames(text) : null;
  const names = list ? list.names.map(({ name }) => name) : [cleanText(text)];
  const fault = list && namesFault(list);
  if (fault) reader.fault("recipients", fault);
  else if (names.length === 0) reader.fault("recipients", "required");
  if (names.length > recipientsMax) return reader.fault("recipients", `tooMany:${recipientsMax}`) ?? [];
  const { length } = names;
  const numbers = eachOwn(reader, "workNumber", length).map((number) => workNumberOf(reader, number));
  const ids = eachOwn(reader, "last4", length).map((number) => lastFourOf(reader, number));
  const births = eachOwn(reader, "birth", length).map((date) => birthOf(reader, date));
  const [units, posts, roles] = [
    eachOrAll(reader, "unit", length),
    eachOrAll(reader, "post", length),
    rolesOf(reader, length),
  ];
  return names.map((name, index) => ({
    ...{ name, workNumber: numbers[index]!, unit: units[index]!, role: roles[index]! },
    ...{ last4: ids[index]?.last4 ?? null, birth: births[index] ?? ids[index]?.birth ?? null },
    post: posts[index]!.join("、").slice(0, 100) || null,
  }));
}

/** One value a name, in the order of the names; a place left empty belongs to nobody. */
function eachOwn(reader: RowReader, column: string, count: number): (string | null)[] {
  const none = Array.from({ length: count }, () => null);
  if (!reader.isGiven(column) || count === 0) return none;
  const parts = listOf(reader.text(column)!);
  const values = parts.length === 1 && count > 1 ? parts[0]!.split(" ") : parts;
  if (values.length === count) return values.map((value) => value || null);
  reader.fault(column, `valuesPerName:${count}`);
  return none;
}

/** One a name where there are as many; otherwise they hold for all. */
function eachOrAll(reader: RowReader, column: string, count: number): string[][] {
  const parts = listOf(reader.text(column) ?? "");
  const own = parts.length === count && count > 1;
  return Array.from({ length: count }, (_, index) => (own ? [parts[index]!] : parts).filter(Boolean));
}

/** Who shares it with a first contributor is one of the main contributors. */
function rolesOf(reader: RowReader, count: number): (RecipientRole | null)[] {
  const parts = listOf(reader.text("role") ?? "");
  const codes = parts.map((part) => {
    if (part === "") return null;
    const code = codeOf(
      roleWords,
      part.replace(/^第\d+完成人$/, (role) => (role === "第1完成人" ? "第一完成人" : "主要完成人")),
    );
    return code ?? reader.choice("role", roleWords, part) ?? null;
  });
  if (codes.length === count) return codes;
  if (codes.length > 1) reader.fault("role", `valuesPerName:${count}`);
  const [only = null] = codes;
  return Array.from({ length: count }, (_, index) =>
    only === "first_contributor" && index > 0 ? "main_contributor" : only,
  );
}

function listOf(text: string): string[] {
  return text.split(/[、,，;；|\n\r]/).map(cleanText);
}

function workNumberOf(reader: RowReader, text: string | null): string | null {
  const number = text?.normalize("NFKC").replace(/^'/, "") ?? null;
  if (number !== null && isRoundedNumber(number)) return reader.fault("workNumber", "numberRounded") ?? null;
  return number;
}

/** Four characters, or the whole number of which the registry keeps four. */
function lastFourOf(reader: RowReader, text: string | null): { last4: string; birth: string | null } | null {
  if (text === null) return null;
  const plain = text.normalize("NFKC").toUpperCase().replace(/^'/, "");
  if (/^\d{0,3}[\dX]$/.test(plain)) return { last4: plain.padStart(4, "0"), birth: null };
  const read = readIdNumber(plain);
  if (read.ok) return read.ok;
  reader.fault("last4", plain.length < 12 ? "badLast4" : read.fault);
  return null;
}

function birthOf(reader: RowReader, text: string | null): PartialDate | null {
  if (text === null) return null;
  const read = readCellDate(text);
  return read.ok ?? reader.fault("birth", read.fault) ?? null;
}

const columns: Record<string, string> = {
  ...{ titleId: "title", levelCode: "level", prizeLevelCode: "prizeLevel", validTo: "awardDate" },
  ...{ documents: "documentNumber", recipients: "recipients" },
};

/** The column that a fault of the form's field is shown at, and the name of the row that it is about. */
export function placeOf(path: string): { column: string; nameIndex?: number } {
  const [field = "", index, last] = path.split(".");
  if (field !== "recipients" || index === undefined) return { column: columns[field] ?? field };
  return { column: last === "role" ? "role" : "recipients", nameIndex: Number(index) };
}
