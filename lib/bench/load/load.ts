import type pg from "pg";
import { hashPassword } from "@/lib/auth/passwords";
import { demonstrationPassword } from "@/prisma/seed/sign-ins";
import { makeAccounts } from "./accounts";
import { writeAwards } from "./awards";
import { Bulk } from "./bulk";
import { seededRandom } from "./chance";
import { makeCollectives } from "./collectives";
import { makePeople } from "./employees";
import { makeHonors } from "./honors";
import { makeUnits, writeUnits } from "./organizations";
import { Pairs } from "./pairs";
import { RecipientWriter } from "./recipients";
import type { Rows } from "./rows";
import type { Sizes } from "./sizes";
import { openTables } from "./tables";

/** Fills a migrated, empty database; the same sizes give the same rows. `folder` must be one that the database's server may read. */
export async function load(
  [client, helper]: readonly [pg.Client, pg.Client],
  sizes: Sizes,
  folder: string,
  say: (text: string) => void,
): Promise<Record<string, number>> {
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
  const early = groups.slice(0, 3).flat();
  for (const rows of early) rows.close();
  told("people are made");

  const bulk = await Bulk.begin(
    client,
    groups.flat().map(({ table }) => table),
  );
  // The server takes these in while the awards are made.
  const copied = copyAll(bulk, early);
  copied.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  const found = new Pairs();
  const recipients = new RecipientWriter({ units, people, collectives }, random, tables.awards, found);
  writeAwards(sizes.awards, { units, programmes, accounts, recipients }, random, tables.awards);
  found.write(tables.awards.found);
  for (const rows of groups[3]!) rows.close();
  told("awards are made");
  await copied;
  told("people are in");
  await copyAll(bulk, groups[3]!);
  told("awards are in");
  told(await bulk.complete(helper));
  await bulk.finish();
  told("done");
  return Object.fromEntries(groups.flat().map(({ table, count }) => [table, count]));
}

async function copyAll(bulk: Bulk, rows: readonly Rows[]): Promise<void> {
  for (const one of rows) await bulk.copy(one);
}
