import { readingOf, type Reading } from "@/lib/kernel/pinyin";
import { nameKey } from "@/lib/kernel/text";
import { type Random, weighted } from "./chance";
import { makeName } from "./names";
import type { Unit, Units } from "./organizations";
import type { Rows } from "./rows";
import { type Sizes, lastYear } from "./sizes";

/** What awards need to know of people; the index is the id less one. */
export type People = {
  names: string[];
  posts: string[];
  unit: Int32Array;
  /** Where they worked before `movedIn`, 0 for who never moved. */
  formerUnit: Int32Array;
  movedIn: Int16Array;
  hiredIn: Int16Array;
  byCompany: Int32Array[];
};

export const employeeColumns =
  "id name name_key former_names pinyin initials gender birth id_number_last4 work_number employer_id hired_on left_on ethnicity political_status education post trade skill_grade professional_title worker_types status status_date unit_id union_unit_id assigned_from hidden_from_wall".split(
    " ",
  );
export const assignmentColumns = "id employee_id unit_id union_unit_id post valid_from valid_to".split(" ");

const trades =
  "焊工 起重工 管工 电工 仪表工 测量工 数控加工 无损检测 钢筋工 架子工 机械钳工 汽轮机运行".split(" ");
const offices = "专业工程师 项目经理 技术主管 安全主管 质量主管 综合管理员 会计 造价员 党群干事".split(" ");
const grades = "中级工 高级工 技师 高级技师 特级技师 首席技师".split(" ");
const educations = "高中 中专 大专 本科 硕士".split(" ");
const statuses = [
  ...Array<"active">(78).fill("active"),
  ...Array<"retired">(12).fill("retired"),
  ...Array<"left">(7).fill("left"),
  ...(["deceased", "seconded", "seconded"] as const),
];

/** People by company, as its roll was taken over; the last tenth came in one by one. */
export function makePeople(
  sizes: Sizes,
  units: Units,
  random: Random,
  employees: Rows,
  assignments: Rows,
): People {
  const { people: count } = sizes;
  const people: People = {
    names: new Array<string>(count),
    posts: new Array<string>(count),
    unit: new Int32Array(count),
    formerUnit: new Int32Array(count),
    movedIn: new Int16Array(count),
    hiredIn: new Int16Array(count),
    byCompany: [],
  };
  const company = weighted(units.companies.map(({ weight }) => weight));
  const place = units.places.map((some) => weighted(some.map(({ weight }) => weight)));
  const readings = new Map<string, Reading>();
  const rolls = units.companies.map((): number[] => []);
  const own = Array.from({ length: Math.floor(count * 0.9) }, () => company(random)).sort((a, b) => a - b);
  for (let i = 0; i < count; i++) {
    const c = own[i] ?? company(random);
    const unit = units.places[c]![place[c]!(random)]!;
    addPerson(i, c, unit, random.chance(0.1) ? units.places[c]![place[c]!(random)]! : null);
    rolls[c]!.push(i);
  }
  people.byCompany = rolls.map((roll) => Int32Array.from(roll));
  return people;

  function addPerson(i: number, c: number, unit: Unit, former: Unit | null): void {
    const female = random.chance(0.28);
    const name = makeName(random, female);
    const reading = readings.get(name) ?? readingOf(name);
    readings.set(name, reading);
    const born = random.between(1945, 2003);
    const hired = Math.min(lastYear - 1, born + random.between(19, 27));
    const status = born < 1962 && random.chance(0.9) ? "retired" : statuses[random.below(100)]!;
    const gone = status !== "active" && status !== "seconded";
    const left = gone ? Math.min(lastYear, hired + random.between(2, 38)) : null;
    const moved =
      former && former !== unit && (left ?? lastYear) > hired + 2
        ? random.between(hired + 1, (left ?? lastYear) - 1)
        : 0;
    const worker = unit.kind === "crew" || random.chance(0.3);
    const trade = worker ? random.pick(trades) : null;
    const post = trade ?? random.pick(offices);
    const hiredOn = partial(hired, random);
    const from = moved ? `${moved}` : hiredOn;
    const outside = random.chance(0.01);
    const at = outside ? null : unit;
    employees.add(
      ...[
        i + 1,
        name,
        nameKey(name),
        random.chance(0.002) ? [makeName(random, female)] : [],
        reading.pinyin,
        reading.initials,
      ],
      ...[
        female ? "female" : "male",
        partial(born, random),
        last4(random),
        String(i + 1).padStart(8, "0"),
        outside ? null : units.companies[c]!.id,
      ],
      ...[
        hiredOn,
        left && `${Math.max(left, hired + 1)}`,
        random.chance(0.94) ? "汉族" : random.pick(["回族", "满族", "维吾尔族", "藏族"]),
      ],
      ...[
        random.chance(0.35) ? "中共党员" : "群众",
        random.pick(educations),
        post,
        trade,
        trade && random.pick(grades),
      ],
      ...[
        worker ? null : random.pick(["工程师", "高级工程师", "助理工程师"]),
        [worker ? "industrial" : "technical"],
        status,
      ],
      ...[left && `${Math.max(left, hired + 1)}`, at && at.id, at && at.unionId, from, random.chance(0.003)],
    );
    people.names[i] = name;
    people.posts[i] = post;
    people.unit[i] = at ? at.id : 0;
    people.hiredIn[i] = hired;
    if (!at) return;
    if (moved) {
      people.formerUnit[i] = former!.id;
      people.movedIn[i] = moved;
      assignments.add(assignments.count + 1, i + 1, former!.id, former!.unionId, post, hiredOn, from);
    }
    assignments.add(assignments.count + 1, i + 1, unit.id, unit.unionId, post, from, null);
  }
}

function last4(random: Random): string {
  return String(random.below(1_000)).padStart(3, "0") + (random.chance(0.09) ? "X" : random.below(10));
}

/** A year alone, with its month, or a whole day. */
export function partial(year: number, random: Random, month = random.between(1, 12)): string {
  const kind = random.below(20);
  const two = (n: number) => String(n).padStart(2, "0");
  if (kind < 3) return `${year}`;
  return kind < 8 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(random.between(1, 28))}`;
}
