import type { Random } from "./chance";
import type { Collective, Collectives } from "./collectives";
import type { People } from "./employees";
import type { Found } from "./found";
import type { Units } from "./organizations";
import type { Rows } from "./rows";

export type Honored = {
  id: number;
  kind: string;
  company: number;
  year: number;
  firstDay: string;
  bonus: number | null;
  unitId: number;
  prize: boolean;
};

export const recipientColumns =
  "id award_id position employee_id team_id studio_id organization_id achievement_id subject_kind role share bonus name unit_name post unit_id union_unit_id".split(
    " ",
  );
export const memberColumns = "recipient_id position award_id employee_id name unit_name".split(" ");

/** How many share an honor of people: of a hundred, and of a hundred that have prizes. */
const alone = [
  ...Array<number>(66).fill(1),
  ...Array<number>(18).fill(2),
  ...Array<number>(9).fill(3),
  ...[4, 4, 4, 4, 5, 5, 5],
];
const shared = [
  ...Array<number>(30).fill(1),
  ...Array<number>(28).fill(2),
  ...Array<number>(22).fill(3),
  ...Array<number>(12).fill(4),
  ...Array<number>(8).fill(5),
];

/** Writes who received an award, and notes the units by which it is found: what the database's triggers keep. */
export class RecipientWriter {
  constructor(
    readonly world: { units: Units; people: People; collectives: Collectives },
    readonly random: Random,
    readonly tables: Record<"recipients" | "members", Rows>,
    readonly found: Found,
  ) {}

  write(award: Honored): void {
    this.found.begin(award.id, award.year, award.firstDay);
    this.found.add(award.unitId);
    if (award.kind === "employee") this.#people(award);
    else if (award.kind === "organization") this.#unit(award);
    else this.#collective(award, award.kind as keyof Collectives);
  }

  #people({ id, company, year, bonus, prize }: Honored): void {
    const { people, units } = this.world;
    const count = this.random.pick(prize ? shared : alone);
    const chosen = new Set<number>();
    for (let tries = 0; chosen.size < count && tries < 4 * count; tries++)
      chosen.add(this.#pick(company, year));
    let position = 0;
    for (const person of chosen) {
      position += 1;
      const unit = this.#unitOf(person, year);
      const role = chosen.size === 1 ? null : position === 1 ? "first_contributor" : "main_contributor";
      const part = bonus === null ? null : Math.floor(bonus / chosen.size);
      this.#add(id, position, [person + 1, null, null, null, null], "employee", role, part, {
        ...{ name: people.names[person]!, unitName: unit?.name ?? "外单位", post: people.posts[person]! },
        ...{ unitId: unit?.id ?? null, unionUnitId: unit?.unionId ?? null },
      });
      if (unit) this.found.add(unit.id).add(unit.unionId);
      this.#found(person, units);
    }
  }

  #unit({ id, company, bonus }: Honored): void {
    const unit = this.random.chance(0.3)
      ? this.world.units.companies[company]!
      : this.random.pick(this.world.units.places[company]!);
    const snapshot = { name: unit.name, unitName: unit.name, post: null, unitId: unit.id, unionUnitId: null };
    this.#add(id, 1, [null, null, null, unit.id, null], "organization", null, bonus, snapshot);
    this.found.add(unit.id);
  }

  #collective({ id, company, year, bonus }: Honored, kind: keyof Collectives): void {
    const { units, people, collectives } = this.world;
    const lists = collectives[kind];
    const list = lists[company]!.length > 0 ? lists[company]! : lists[0]!;
    const one: Collective = list[Math.floor(list.length * (this.random.below(10_000) / 10_000) ** 1.5)]!;
    const unit = units.byId.get(one.unitId)!;
    const at = (own: typeof kind) => (kind === own ? one.id : null);
    const snapshot = { name: one.name, unitName: unit.name, post: null, unitId: unit.id, unionUnitId: null };
    this.#add(id, 1, [null, at("team"), at("studio"), null, at("achievement")], kind, null, bonus, snapshot);
    for (const found of [unit.id, ...one.unitIds]) this.found.add(found);
    one.members.forEach((person, m) => {
      const name = this.#unitOf(person, year)?.name ?? null;
      this.tables.members.add(
        this.tables.recipients.count,
        m + 1,
        id,
        person + 1,
        people.names[person]!,
        name,
      );
      this.#found(person, units);
    });
  }

  #add(
    award: number,
    position: number,
    subject: readonly (number | null)[],
    kind: string,
    role: string | null,
    bonus: number | null,
    snapshot: Record<"unitId" | "unionUnitId", number | null> &
      Record<"unitName" | "post", string | null> & { name: string },
  ): void {
    const { name, unitName, post, unitId, unionUnitId } = snapshot;
    const { recipients } = this.tables;
    recipients.add(
      recipients.count + 1,
      award,
      position,
      ...subject,
      kind,
      role,
      null,
      bonus,
      name,
      unitName,
      post,
      unitId,
      unionUnitId,
    );
  }

  /** Some are honored again and again, most never; nobody before being hired, where another can be found. */
  #pick(company: number, year: number): number {
    const roll = this.world.people.byCompany[company]!;
    for (let tries = 0; ; tries++) {
      const person = roll[Math.floor(roll.length * (this.random.below(1 << 20) / (1 << 20)) ** 1.6)]!;
      if (this.world.people.hiredIn[person]! <= year || tries === 6) return person;
    }
  }

  /** Where somebody worked in a year. */
  #unitOf(person: number, year: number) {
    const { people, units } = this.world;
    const former = people.movedIn[person]! > year ? people.formerUnit[person]! : 0;
    return units.byId.get(former || people.unit[person]!);
  }

  #found(person: number, units: Units): void {
    const unit = units.byId.get(this.world.people.unit[person]!);
    if (unit) this.found.add(unit.id).add(unit.unionId);
  }
}
