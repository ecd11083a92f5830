import { z } from "zod";
import { zId, zIdOrNull } from "./ids";
import { clampPage, clampSize, defaultPageSize, type PageSize } from "./page";
import { checkDateParts, isFullDate, splitDateText, type DateParts, type PartialDate } from "./partial-date";
import { refuse, type Result } from "./result";
import { cleanParagraphs, cleanText, lengthOf } from "./text";

/**
 * Building blocks of the nouns' schemas. Every message is a key under `faults.*` of the catalogs, with at most one
 * parameter behind a colon ("tooLong:200"). `…OrNull` takes an empty field as null; the plain one says "required".
 */
const given = z.unknown().optional();

export const zIntId = zId;
export const zIntIdOrNull = zIdOrNull;

type TextOptions = { max: number; required?: boolean; lines?: boolean };

/** Cleaned text, "" where nothing was given. `lines` keeps line ends, for deeds and reasons. */
export function zText({ max, required = false, lines = false }: TextOptions) {
  return given.transform((value, context): string => {
    if (value !== undefined && value !== null && typeof value !== "string") return fault(context, "invalid");
    const text = (lines ? cleanParagraphs : cleanText)(value ?? "");
    if (required && text === "") return fault(context, "required");
    return lengthOf(text) > max ? fault(context, `tooLong:${max}`) : text;
  });
}

/** Cleaned text, null where nothing was given. */
export function zTextOrNull(options: { max: number; lines?: boolean }) {
  return zText(options).transform((text) => (text === "" ? null : text));
}

/** A date of any precision, as text in any usual form or as { year, month, day }. */
export const zPartialDate = given.transform((value, context) => readDate(value, context));
export const zPartialDateOrNull = given.transform((value, context) =>
  isEmptyDate(value) ? null : readDate(value, context),
);

/** A date of which the day is known. */
export const zFullDate = zPartialDate.refine(isFullDate, "fullDateRequired");

/** Yuan as a decimal string with two places ("5000.00"), 0 to 9,999,999,999.99: what numeric(12,2) holds. */
export const zMoney = given.transform((value, context) => readMoney(value, context));
export const zMoneyOrNull = given.transform((value, context) =>
  isEmpty(value) ? null : readMoney(value, context),
);

/** A check box: what browsers post, and JSON's own booleans. */
export const zCheckbox = given.transform(
  (value) => value === true || value === "on" || value === "true" || value === "1",
);

/** Parses input by a schema; a refusal names every field at fault. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse({ code: "invalid", fields: fieldsOf(parsed.error) });
}

/** Field paths ("recipients.0.name", "" for the whole form) with their message keys. */
export function fieldsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null);
  for (const issue of error.issues) {
    const keys = (fields[issue.path.join(".")] ??= []);
    const key = keyOf(issue);
    if (!keys.includes(key)) keys.push(key);
  }
  return { ...fields };
}

/** List filters: whatever the URL holds gives a usable filter, never an error. */
export type Params = URLSearchParams | Record<string, unknown>;

export function paramsOf(params: Params): Record<string, string> {
  const entries = params instanceof URLSearchParams ? [...params.entries()] : Object.entries(params);
  const first = new Map<string, string>();
  for (const [name, value] of entries) {
    const one: unknown = Array.isArray(value) ? value[0] : value;
    if (!first.has(name) && (typeof one === "string" || typeof one === "number"))
      first.set(name, String(one));
  }
  return Object.fromEntries(first);
}

export type PageRequest<Sort extends string> = {
  page: number;
  size: PageSize;
  sort: Sort;
  direction: "asc" | "desc";
  /** Beyond the pages that have numbers: the id of the row that the page follows, or goes before. */
  after?: number;
  before?: number;
};

/** Page, size and sort ("name", or "-name" from the end) out of a URL, clamped to what the list offers. */
export function zPage<const Sort extends string>(sorts: readonly Sort[], fallback: Sort | `-${Sort}`) {
  return given.transform((value): PageRequest<Sort> => {
    const params = paramsOf(value !== null && typeof value === "object" ? (value as Params) : {});
    const split = (text: string) => (text.startsWith("-") ? [text.slice(1), "desc"] : [text, "asc"]);
    const asked = split(params.sort ?? "");
    const [sort, direction] = sorts.some((known) => known === asked[0]) ? asked : split(fallback);
    return {
      page: clampPage(wholeNumber(params.page) ?? 1),
      size: clampSize(wholeNumber(params.size) ?? defaultPageSize),
      sort: sort as Sort,
      direction: direction as "asc" | "desc",
      after: zFilterId.parse(params.after),
      before: zFilterId.parse(params.before),
    };
  });
}

/** Filters for single parameters, undefined where the URL's value is of no use. */
export const zFilterText = given.transform((value) => {
  const text = typeof value === "string" ? [...cleanText(value.slice(0, 400))].slice(0, 100).join("") : "";
  return text === "" ? undefined : text;
});
export const zFilterId = zId.optional().catch(undefined);
export const zFilterYear = given.transform((value) => {
  const year = wholeNumber(value);
  return year !== undefined && year >= 1583 && year <= 9999 ? year : undefined;
});
export function zFilterOneOf<const Value extends string>(values: readonly Value[]) {
  return given.transform((value) => values.find((known) => known === value));
}

type Context = z.RefinementCtx;

function fault(context: Context, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && cleanText(value) === "");
}

function isEmptyDate(value: unknown): boolean {
  if (value === null || typeof value !== "object") return isEmpty(value);
  const { year, month, day } = value as DateParts;
  return isEmpty(year) && isEmpty(month) && isEmpty(day);
}

function readDate(value: unknown, context: Context): PartialDate {
  if (isEmptyDate(value)) return fault(context, "required");
  const parts = typeof value === "object" ? (value as DateParts) : splitDateText(String(value).slice(0, 40));
  if (!parts) return fault(context, "badDate");
  const made = checkDateParts(parts);
  return made.ok ? made.value : fault(context, made.fault);
}

function readMoney(value: unknown, context: Context): string {
  if (isEmpty(value)) return fault(context, "required");
  if (typeof value !== "string" && typeof value !== "number") return fault(context, "money");
  const text = cleanText(String(value))
    .normalize("NFKC")
    .replace(/^[¥\u00a5]\s?|\s?元$/g, "");
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  const match = /^([+-]?)0*(\d{1,40})(?:\.(\d*))?$/.exec(plain);
  if (!match) return fault(context, "money");
  const [, sign, whole, places = ""] = match;
  if (sign === "-") return fault(context, "moneyNegative");
  if (places.replace(/0+$/, "").length > 2) return fault(context, "moneyTooPrecise");
  if (whole!.length > 10) return fault(context, "money");
  return `${whole}.${places.slice(0, 2).padEnd(2, "0")}`;
}

function wholeNumber(value: unknown): number | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Our own messages are keys; zod's are sentences, which have spaces, and are told by their code. */
function keyOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z][A-Za-z]*(:\S*)?$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return /received (undefined|null)/.test(issue.message) ? "required" : "invalid";
    case "too_big":
      return `${issue.origin === "string" ? "tooLong" : issue.origin === "array" ? "tooMany" : "numberTooLarge"}:${issue.maximum}`;
    case "too_small":
      if (issue.origin === "string") return "required";
      return `${issue.origin === "array" ? "tooFew" : "numberTooSmall"}:${issue.minimum}`;
    case "invalid_value":
    case "invalid_union":
      return "unknownValue";
    case "unrecognized_keys":
      return "unknownField";
    default:
      return "invalid";
  }
}
