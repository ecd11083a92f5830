import catalog from "@/prisma/seed/honors.json" with { type: "json" };
import type { Units } from "./organizations";
import type { Rows, Value } from "./rows";

export type Title = {
  id: number;
  name: string;
  category: string;
  levels: string[];
  prizes: string[];
  kinds: string[];
  months: number | null;
  /** How often it is given, against the others of its programme. */
  weight: number;
};
export type Programme = {
  name: string;
  bodies: number[];
  /** The mark of its decisions' numbers. */
  mark: string;
  titles: Title[];
  /** How often it is given, against others that stand above the companies; 0 for a company's own. */
  weight: number;
};
/** Those of each company, and those above them. */
export type Programmes = { own: Programme[]; above: Programme[] };
type Spec = {
  name: string;
  en?: string;
  category: string;
  levels: string[];
  to: string[];
  prizes?: string[];
  months?: number;
  members?: boolean;
  was?: string;
};
type Tables = Record<"bodies" | "programmes" | "organisers" | "titles" | "levels" | "prizes" | "kinds", Rows>;

export const bodyColumns = "id name name_en code kind rank".split(" ");
export const programmeColumns = "id name name_en series cycle on_official_list basis".split(" ");
export const organiserColumns = "programme_id position granting_body_id".split(" ");
export const titleColumns =
  "id programme_id name name_en category_code validity_months counts_for_members predecessor_id family_id valid_from valid_to sort".split(
    " ",
  );
export const titleLevelColumns = ["title_id", "level_code"];
export const titlePrizeColumns = ["title_id", "prize_level_code"];
export const titleKindColumns = ["title_id", "subject_kind"];

const marks: Record<string, string> = {
  ACFTU: "总工发",
  MOHRSS: "人社部发",
  CEPCA: "中电建协",
  SDGOV: "鲁政字",
  QDGH: "青工发",
  HD: "华电建",
};
const weights: Record<string, number> = {
  national: 2,
  provincial: 5,
  industry: 5,
  city: 10,
  county: 3,
  group: 25,
};
const own: Spec[] = [
  { name: "先进工作者", category: "general", levels: ["company"], to: ["employee"] },
  { name: "劳动竞赛标兵", category: "skill", levels: ["company", "department"], to: ["employee"] },
  {
    name: "技术比武",
    category: "skill",
    levels: ["company"],
    to: ["employee"],
    prizes: ["first", "second", "third", "excellence"],
  },
  { name: "优秀工会积极分子", category: "union_work", levels: ["company", "department"], to: ["employee"] },
  { name: "安全生产先进个人", category: "safety_quality", levels: ["company"], to: ["employee"] },
  { name: "首席技师", category: "skill", levels: ["company"], to: ["employee"], months: 36 },
  { name: "先进班组", category: "general", levels: ["company"], to: ["team"] },
  { name: "先进集体", category: "general", levels: ["company"], to: ["organization"] },
  {
    name: "职工创新成果",
    category: "innovation",
    levels: ["company"],
    to: ["achievement"],
    prizes: ["first", "second", "third"],
  },
  {
    name: "职工创新工作室",
    category: "innovation_carrier",
    levels: ["company"],
    to: ["studio"],
    months: 36,
    members: true,
  },
];

/** The catalog of the demonstration, and ten titles of each company. */
export function makeHonors(units: Units, tables: Tables): Programmes {
  const bodyIds = new Map<string, number>();
  const addBody = (code: string, name: string, nameEn: string | null, kind: string, rank: number) => {
    bodyIds.set(code, bodyIds.size + 1);
    tables.bodies.add(bodyIds.size, name, nameEn, code, kind, rank);
  };
  for (const [code, name, nameEn, kind, rank] of catalog.bodies as [string, string, string, string, number][])
    addBody(code, name, nameEn, kind, rank);
  const programmes: Programme[] = [];
  const addProgramme = (
    programme: Omit<Programme, "titles" | "bodies">,
    specs: Spec[],
    by: string[],
    rest: Value[],
  ) => {
    const bodies = by.map((code) => bodyIds.get(code)!);
    const id = programmes.length + 1;
    tables.programmes.add(id, programme.name, ...rest);
    bodies.forEach((body, i) => tables.organisers.add(id, i + 1, body));
    programmes.push({ ...programme, bodies, titles: specs.map((spec) => addTitle(tables, id, spec)) });
  };
  for (const { name, en, series, cycle, by, official, basis, titles } of catalog.programmes) {
    const [level] = titles[0]!.levels;
    const mark = marks[by[0]!];
    // The last programme of the catalog is one company's; each has its own here.
    if (!mark) continue;
    const rest = [en, series ?? null, cycle, official, basis ?? null];
    addProgramme({ name, mark, weight: weights[level!]! }, titles as Spec[], by, rest);
  }
  units.companies.forEach((company, c) => {
    const code = `${company.code}-`;
    addBody(`${code}E`, company.name, null, "enterprise", 70);
    addBody(`${code}U`, units.companyUnions[c]!.name, null, "union", 72);
    const name = `${company.shortName}表彰`;
    const named = own.map((spec) => ({ ...spec, name: company.shortName + spec.name }));
    const mark = `${company.shortName.slice(0, 2)}${company.code.slice(2)}工发`;
    addProgramme(
      { name, mark, weight: 0 },
      named,
      [`${code}E`, `${code}U`],
      [null, null, "yearly", false, null],
    );
  });
  const above = programmes.filter(({ weight }) => weight > 0);
  return { above, own: programmes.slice(above.length) };
}

function addTitle(tables: Tables, programme: number, spec: Spec): Title {
  const before = spec.was ? row(spec.was, "2010", "2018", null) : null;
  const id = row(spec.name, before ? "2019" : "1990", null, before);
  const kind = spec.to[0]!;
  const weight = { employee: 8, team: 2.6, organization: 2.2, achievement: 2.6, studio: 1.3 }[kind]!;
  return {
    id,
    name: spec.name,
    category: spec.category,
    levels: spec.levels,
    prizes: spec.prizes ?? [],
    kinds: spec.to,
    months: spec.months ?? null,
    weight,
  };

  function row(name: string, from: string, to: string | null, predecessor: number | null): number {
    const made = tables.titles.count + 1;
    tables.titles.add(
      ...[made, programme, name, spec.en ?? null, spec.category, spec.months ?? null, spec.members ?? false],
      ...[predecessor, predecessor ?? made, from, to, made * 10],
    );
    for (const level of spec.levels) tables.levels.add(made, level);
    for (const prize of spec.prizes ?? []) tables.prizes.add(made, prize);
    for (const kind of spec.to) tables.kinds.add(made, kind);
    return made;
  }
}
