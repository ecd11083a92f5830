import type { Tx } from "@/lib/db/transaction";
import { seedDocument, type SeedDocument } from "./documents";
import type { Person } from "./employees";
import type { SeedTitle } from "./honors";
import { type Units, unionCodeOf } from "./organizations";
import { firstYear, lastYear, type Random } from "./random";
import type { SeedAward, SeedRecipient } from "./awards";
import type { Collective } from "./teams";

export type Subjects = {
  people: Person[];
  teams: Collective[];
  studios: Collective[];
  achievements: Collective[];
};

/** How many a year of each title, by its level. */
const plenty: Record<string, [number, number]> = {
  national: [0, 1],
  provincial: [0, 2],
  industry: [1, 3],
  city: [1, 3],
  county: [1, 2],
  group: [2, 4],
  company: [6, 10],
};
const every: Record<string, number> = {
  全国劳动模范: 5,
  山东省劳动模范: 5,
  全国技术能手: 2,
  中央企业技术能手: 2,
};

/** Ten years of awards, each programme and year under its own document; the last ones are still on their way. */
export async function plantYears(
  tx: Tx,
  random: Random,
  units: Units,
  titles: SeedTitle[],
  subjects: Subjects,
): Promise<SeedAward[]> {
  const awards: SeedAward[] = [];
  const root = units.get("HD-GH")!.id;
  for (let year = firstYear; year <= lastYear; year += 1) {
    const documents = new Map<string, SeedDocument>();
    for (const title of titles) {
      if (year % (every[title.name] ?? 1) !== 0) continue;
      const own = title.bodyCodes[0]!.startsWith("HD");
      if (year === lastYear && own) continue; // decided in January of the next year
      const [low, high] = plenty[title.levels[0]!] ?? [1, 2];
      const n = random.between(low, high);
      if (n === 0) continue;
      const key = title.bodyCodes.join();
      const document =
        documents.get(key) ??
        (await seedDocument(
          tx,
          random,
          title,
          own ? "集团和公司" : "职工建功立业",
          year,
          own && title.levels[0] === "company" ? units.get("HD03-GH")!.id : root,
        ));
      documents.set(key, document);
      for (let i = 0; i < n; i += 1) {
        const recipients = pickRecipients(random, units, title, subjects, year);
        if (recipients.length === 0) continue;
        const partial = random.chance(0.12)
          ? document.signedOn.slice(0, 4)
          : random.chance(0.15)
            ? document.signedOn.slice(0, 7)
            : document.signedOn;
        const renamed = title.predecessorId && year < 2019 && title.was;
        const late = year === lastYear && i === 0 && random.chance(0.6);
        awards.push({
          title,
          ...(renamed && { titleId: title.predecessorId!, titleName: title.was! }),
          level: random.pick(title.levels),
          prize: title.prizes ? random.pick(title.prizes) : null,
          awardDate: partial,
          awardYear: year,
          documentId: document.id,
          recordingUnitId: recordingUnit(units, recipients[0]!),
          recipients,
          bonus: own
            ? random.pick([500, 800, 1000, 2000])
            : title.levels[0] === "city"
              ? random.pick([3000, 5000])
              : null,
          evidence: random.pick(["A", "B", "B", "C", "D"]),
          state: late
            ? random.pick(["draft", "submitted", "submitted", "returned"])
            : random.chance(0.006)
              ? "void"
              : "effective",
        });
      }
    }
  }
  return awards;
}

function recordingUnit(units: Units, recipient: SeedRecipient): number {
  const union = [...units.values()].find((unit) => unit.id === recipient.unionUnitId);
  return units.get(union?.companyCode ?? "HD-GH")?.id ?? units.get("HD-GH")!.id;
}

function pickRecipients(
  random: Random,
  units: Units,
  title: SeedTitle,
  { people, teams, studios, achievements }: Subjects,
  year: number,
): SeedRecipient[] {
  const kind = random.pick(title.to);
  const company = title.bodyCodes[0] === "HD03" ? "HD03" : "HD";
  if (kind === "employee") {
    const able = people.filter(
      (p) => p.hiredYear < year && p.unitCode.startsWith(company) && (!/三八/.test(title.name) || p.female),
    );
    const joint = title.name.includes("师徒") ? 2 : 1;
    return random.sample(able, joint).map((p) => ({
      subject: { employeeId: p.id },
      name: p.name,
      unitName: p.unitName,
      post: p.post,
      unitId: p.unitId,
      unionUnitId: p.unionUnitId,
    }));
  }
  if (kind === "organization") {
    const code = random.pick(["HD03", "HD01", "HDZB"]);
    const unit = units.get(code)!;
    return [
      {
        subject: { organizationId: unit.id },
        name: unit.name,
        unitName: null,
        unitId: unit.id,
        unionUnitId: units.get(`${code}-GH`)!.id,
      },
    ];
  }
  const pool = (kind === "team" ? teams : kind === "studio" ? studios : achievements).filter((one) =>
    one.unitCode.startsWith(company),
  );
  const one = random.pick(pool);
  const subject =
    kind === "team"
      ? { teamId: one.id }
      : kind === "studio"
        ? { studioId: one.id }
        : { achievementId: one.id };
  const members = one.members
    .filter((p) => p.hiredYear <= year)
    .map((p) => ({ id: p.id, name: p.name, unitName: p.unitName }));
  return [
    {
      subject,
      name: one.name,
      unitName: one.unitName,
      unitId: one.unitId,
      unionUnitId: units.get(unionCodeOf(one.unitCode))!.id,
      members,
    },
  ];
}
