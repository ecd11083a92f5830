import { transaction } from "@/lib/db/transaction";
import { seedAchievements } from "./achievements";
import { recordLoaded, seedAwards } from "./awards";
import { seedCertificates } from "./certificates";
import { seedEmployees } from "./employees";
import { seedHonors } from "./honors";
import { plantNotice } from "./notice";
import { seedOrganizations, unionCodeOf } from "./organizations";
import { seededRandom } from "./random";
import { seedRequests } from "./requests";
import { seedRevocations } from "./revocations";
import { seedStudios } from "./studios";
import { seedTeams } from "./teams";
import { seedTreatments } from "./treatments";
import { seedUsers } from "./users";
import { plantYears } from "./years";

/** Loads the demonstration company into an empty database: all of it or nothing. `progress` is told what is being made. */
export async function seedDemonstration(progress: (what: string) => void = () => {}): Promise<void> {
  await transaction(
    async (tx) => {
      const random = seededRandom(20221201);
      progress("units and people");
      const units = await seedOrganizations(tx);
      const people = await seedEmployees(tx, random, units);
      progress("titles and documents");
      const { titles } = await seedHonors(tx);
      progress("teams, studios and achievements");
      const teams = await seedTeams(tx, random, units, people);
      const studios = await seedStudios(tx, random, units, people);
      const achievements = await seedAchievements(tx, random, units, people);
      progress("accounts");
      const users = await seedUsers(tx, units, people);
      progress("ten years of awards");
      const notice = await plantNotice(tx, units, titles, people);
      const years = await plantYears(tx, random, units, [...titles.values()], {
        people,
        teams,
        studios,
        achievements,
      });
      const ids = await seedAwards(tx, [...notice, ...years], users);
      await seedRequests(tx, people, ids);
      await seedRevocations(tx, users, units.get("HD-GH")!.id);
      await seedTreatments(tx, users.enteredBy.id);
      await seedCertificates(tx);
      // Some people have moved since: the awards keep the unit of their time, and both units find them.
      for (const person of random.sample(people.slice(20), 10)) {
        const unit = units.get(random.pick(["HD03-HW", "HD01-XN-B1", "HDZB-JG"]))!;
        const code = [...units].find(([, { id }]) => id === unit.id)![0];
        await tx.employee.update({
          where: { id: person.id },
          data: {
            unitId: unit.id,
            unionUnitId: units.get(unionCodeOf(code))!.id,
            assignedFrom: "2025-03-01",
            version: { increment: 1 },
          },
        });
      }
      await recordLoaded(tx);
    },
    { timeout: 180_000 },
  );
}
