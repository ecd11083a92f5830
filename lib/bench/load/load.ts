import type pg from "pg";
import { hashPassword } from "@/lib/auth/passwords";
import { demonstrationPassword } from "@/prisma/seed/sign-ins";
import { makeAccounts } from "./accounts";
import { writeAwards } from "./awards";
import { Bulk, derivedTables } from "./bulk";
import { seededRandom } from "./chance";
import { makeCollectives } from "./collectives";
import { makePeople } from "./employees";
import { Found } from "./found";
import { makeHonors } from "./honors";
import { makeUnits, writeUnits } from "./organizations";
import { RecipientWriter } from "./recipients";
import type { Rows } from "./rows";
import type { Sizes } from "./sizes";
import { openTables } from "./tables";

/** What nothing refers to, nor reads by its key before all is in. */
const loose = "award_units award_scopes award_granting_bodies award_state_changes audit_events".split(" ");

/** Fills a migrated, empty database; the same sizes give the same rows. `folder` must be one that the database's server may read. */
export async function load(
  clients: readonly [pg.Client, pg.Client],
  sizes: Sizes,
  folder: string,
  say: (text: string) => void,
): Promise<Record<string, number>> {
  const [first, second] = clients;
  const random = seededRandom(2026);
  const tables = openTables(folder);
  const groups = [tables.people, tables.honors, tables.collectives, tables.awards].map(
    (group) => Object.values(group) as Rows[],
  );
  const began = performance.now();
  const told = (text: string) =>
    say(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

  const units = makeUnits(sizes, random);
  writeUnits(units, tables.people.units, tables.people.periods);
  const people = makePeople(sizes, units, random, tables.people.employees, tables.people.assignments);
  const accounts = makeAccounts(
    units,
    people,
    await hashPassword(demonstrationPassword),
    tables.people.users,
    tables.people.roles,
  );
  const programmes = makeHonors(units, tables.honors);
  const collectives = makeCollectives(sizes, units, people, random, tables.collectives);
  const [early, late] = [groups.slice(0, 3).flat(), groups[3]!];
  for (const rows of early) rows.close();
  told("people are made");

  const bulk = new Bulk();
  for (const client of clients) await Bulk.prepare(client);
  const loaded = groups.flat().map(({ table }) => table);
  await bulk.setIndexesAside(first, loaded, loose);
  const derived = (await derivedTables(first)).filter((table) => !loaded.includes(table));
  const ofAwards = derived.filter((table) => /^(award|document)_/.test(table));
  const readings = "employee_search_keys";

  // The server takes people in, and makes what hangs on them, while awards are made here.
  const read = bulk.fill(first, early).then(() => bulk.rebuild(first, [readings]));
  const peopled = read.then(async () => {
    await bulk.build(first, early);
    await bulk.constrain(first, early);
    await bulk.rebuild(
      first,
      derived.filter((table) => table !== readings && !ofAwards.includes(table)),
    );
    told("people are in");
  });
  peopled.catch(() => {});
  const found = new Found(units, tables.awards);
  const recipients = new RecipientWriter({ units, people, collectives }, random, tables.awards, found);
  await writeAwards(sizes, { units, programmes, accounts, recipients }, random, tables.awards);
  for (const rows of late) rows.close();
  told("awards are made");
  await bulk.fill(second, late);
  told("awards are in");
  await read;
  const keyed = bulk.rebuild(second, ofAwards).then(() => told("awards can be found"));
  await Promise.all([peopled, keyed].map((done, c) => done.then(() => bulk.build(clients[c]!, late))));
  await bulk.constrain(first, late);
  told("indexes are built");
  await bulk.finish(first);
  told("done");
  return Object.fromEntries(groups.flat().map(({ table, count }) => [table, count]));
}
