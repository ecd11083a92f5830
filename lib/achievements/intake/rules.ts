import type { PersonMatch } from "@/lib/employees/matching/rules";
import type { IntakeChange } from "@/lib/kernel/intake";
import { namesFault, type NamedOne, splitNames } from "@/lib/kernel/name-list";
import { type RowReader, yesNo } from "@/lib/kernel/intake-row";
import { cleanText } from "@/lib/kernel/text";
import type { AchievementInput, ContributorInput, PropertyInput } from "../schema";
import { benefitWords, kindWords, secrecyWords } from "./schema";

export type Lists = Pick<AchievementInput, "units" | "contributors" | "properties">;
export type Present = AchievementInput & { id: number; version: number };
/** What is kept of a row until it is applied. */
export type IntakeValues = {
  set: Record<string, unknown>;
  lists: Partial<Lists>;
  listsBefore: Partial<Lists>;
  before?: Record<string, unknown>;
  after: Record<string, unknown>;
};

export const columns = {
  ...{ name: "name", kind: "kind", field: "field", startedOn: "started_on", finishedOn: "finished_on" },
  ...{ novelty: "novelty", application: "application", economicBenefit: "economic_benefit" },
  ...{ benefitYear: "benefit_year", benefitKind: "benefit_kind", benefitCertifiedBy: "benefit_certified_by" },
  ...{ socialBenefit: "social_benefit", secrecy: "secrecy", disputed: "disputed" },
} as const satisfies Record<Exclude<keyof AchievementInput, keyof Lists>, string>;
const listFields = ["units", "contributors", "properties"] as const;
export const fields = [...(Object.keys(columns) as (keyof AchievementInput)[]), ...listFields];

export function sheetColumn(field: string): string {
  return field === "properties" ? "propertyNumber" : field;
}

/** Texts of the units, the leading one first. A stroke parts levels here: 一公司/焊接班 is one unit. */
export function unitTexts(reader: RowReader): string[] {
  return listed(reader.text("units") ?? "").filter(Boolean);
}

export type Person = NamedOne & { workNumber: string | null; share: string | null };

/** Names with their work numbers and shares, which stand in the same order in columns of their own. */
export function peopleOf(reader: RowReader): Person[] | null {
  const text = reader.text("contributors");
  if (text === undefined) return null;
  const list = splitNames(text);
  const fault = namesFault(list);
  if (fault) reader.fault("contributors", fault);
  const beside = (column: string) => {
    const parts = reader.isGiven(column) ? listed(reader.row.cells[column]!) : [];
    if (parts.length > 0 && parts.length !== list.names.length)
      reader.fault(column, `besideNames:${list.names.length}`);
    return parts;
  };
  const [numbers, shares] = [beside("workNumbers"), beside("shares")];
  return list.names.map((one, index) => ({
    ...one,
    workNumber: numbers[index] || null,
    share: shares[index] || null,
  }));
}

function listed(text: string): string[] {
  return text.split(/[、,，;；|\n\r]+/).map((part) => cleanText(part).normalize("NFKC"));
}

/** The properties of a record with the row's added; one that is there already is corrected. */
export function propertiesOf(
  reader: RowReader,
  before: readonly PropertyInput[],
): PropertyInput[] | undefined {
  const [type, numbers] = [reader.text("propertyType"), reader.text("propertyNumber")];
  if (type === undefined && numbers === undefined) return undefined;
  if (type === undefined || numbers === undefined) {
    reader.fault(type === undefined ? "propertyType" : "propertyNumber", "required");
    return undefined;
  }
  const more = { owner: reader.text("propertyOwner"), grantedOn: reader.date("propertyGrantedOn") };
  const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
  const all = [...before];
  for (const number of listed(numbers).filter(Boolean)) {
    const at = all.findIndex(
      (one) => one.type === cleanText(type) && one.number.toUpperCase() === number.toUpperCase(),
    );
    const blank = { type: cleanText(type), number, owner: null, grantedOn: null, status: null };
    if (at < 0) all.push({ ...blank, ...given } as PropertyInput);
    else all[at] = { ...all[at]!, ...given };
  }
  return all;
}

/** A record with its lists, as the database gives it. */
type Row = Record<Exclude<keyof Present, keyof Lists | "economicBenefit">, unknown> & {
  nameKey: string;
  economicBenefit: { toFixed(places: number): string } | null;
  units: { organizationId: number }[];
  contributors: {
    employeeId: number;
    share: { toFixed(places: number): string } | null;
    contribution: string | null;
  }[];
  intellectualProperties: unknown[];
};

/** A record in the shape of its form. */
export function presentFrom({
  economicBenefit,
  intellectualProperties,
  ...row
}: Row): Present & { nameKey: string } {
  return {
    ...row,
    economicBenefit: economicBenefit?.toFixed(2) ?? null,
    units: row.units.map(({ organizationId }) => organizationId),
    contributors: row.contributors.map(({ employeeId, share, contribution }) => ({
      employeeId,
      share: share?.toFixed(2) ?? null,
      contribution,
    })),
    properties: intellectualProperties,
  } as Present & { nameKey: string };
}

export function personWords({ name, workNumber }: { name: string; workNumber: string | null }): string {
  return workNumber ? `${name}(${workNumber})` : name;
}

export type Matched = (Pick<PersonMatch, "id" | "fault"> & Partial<PersonMatch>)[];

/** In order; what is known of a contributor stays unless the row says another share. */
export function contributorsOf(people: readonly Person[], matched: Matched, before: Present | null) {
  return matched.map(({ id }, index): Partial<ContributorInput> & { employeeId: number } => {
    const known = before?.contributors.find(({ employeeId }) => employeeId === id);
    const share = people[index]!.share ?? known?.share ?? null;
    // A name nobody was found for is at fault already; a number of its own keeps it from being told as one entered twice.
    return { employeeId: id ?? 2_000_000_000 + index, share, contribution: known?.contribution ?? null };
  });
}

export function bareName({ people }: Names, id: number): string {
  return (people.get(id) ?? "").replace(/\([^()]*\)$/, "");
}

export type Names = { units: ReadonlyMap<number, { name: string }>; people: Map<number, string> };

export function valuesOf(
  changed: readonly (keyof AchievementInput)[],
  before: AchievementInput | null,
  after: AchievementInput,
  names: Names,
): IntakeValues {
  const told = (one: AchievementInput) =>
    Object.fromEntries(
      changed.map((field) => [field, isList(field) ? listWords(field, one, names) : one[field]]),
    );
  const lists = (one: AchievementInput): Partial<Lists> =>
    Object.fromEntries(
      listFields.filter((field) => changed.includes(field)).map((field) => [field, one[field]]),
    );
  const own = changed.filter((field): field is keyof typeof columns => !isList(field));
  return {
    set: Object.fromEntries(own.map((field) => [columns[field], after[field]])),
    lists: lists(after),
    listsBefore: before ? lists(before) : {},
    ...(before && { before: told(before) }),
    after: told(after),
  };
}

export function changesOf(
  changed: readonly (keyof AchievementInput)[],
  before: AchievementInput,
  after: AchievementInput,
  names: Names,
): IntakeChange[] {
  const shown = (field: keyof AchievementInput, one: AchievementInput): string => {
    if (isList(field)) return listWords(field, one, names).join("、");
    switch (field) {
      case "kind":
        return kindWords[one.kind][0]!;
      case "benefitKind":
        return one.benefitKind ? benefitWords[one.benefitKind][0]! : "";
      case "secrecy":
        return secrecyWords[one.secrecy][0]!;
      case "disputed":
        return yesNo[one.disputed ? "yes" : "no"][0];
      default:
        return String(one[field] ?? "");
    }
  };
  return changed.map((field) => ({
    column: sheetColumn(field),
    before: shown(field, before),
    after: shown(field, after),
  }));
}

function isList(field: keyof AchievementInput): field is keyof Lists {
  return field in columns === false;
}

function listWords(field: keyof Lists, one: AchievementInput, { units, people }: Names): string[] {
  if (field === "units") return one.units.map((id) => units.get(id)?.name ?? String(id));
  if (field === "properties")
    return one.properties.map((property) => Object.values(property).filter(Boolean).join(" "));
  return one.contributors.map(({ employeeId, share, contribution }: ContributorInput) =>
    [people.get(employeeId) ?? String(employeeId), share && `${Number(share)}%`, contribution]
      .filter(Boolean)
      .join(" "),
  );
}
