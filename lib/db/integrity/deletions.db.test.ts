import { afterAll, beforeAll, expect, it } from "vitest";
import pg from "pg";
import { award, plantWorld, recipient, refusal, world } from "./world";

beforeAll(plantWorld);

const clients: pg.Client[] = [];
afterAll(() => Promise.all(clients.map((client) => client.end())));

/** A transaction of its own, as the owner of the tables, with the events that all its changes need. */
async function begin(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.urls.ownerUrl });
  clients.push(client);
  await client.connect();
  await client.query(
    "BEGIN; INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) SELECT 'test', n, 'test', '{}', 'local' FROM unnest(ARRAY['awards', 'honor_titles']) n",
  );
  return client;
}
const title = (id: number) =>
  `INSERT INTO honor_titles (id, name, category_code, updated_at) VALUES (${id}, '职工创新能手', 'craftsman', now());
   INSERT INTO honor_title_levels VALUES (${id}, 'city'); INSERT INTO honor_title_subject_kinds VALUES (${id}, 'employee')`;
const removal = (id: number) =>
  `DELETE FROM honor_title_levels WHERE title_id = ${id}; DELETE FROM honor_title_subject_kinds WHERE title_id = ${id}; DELETE FROM honor_titles WHERE id = ${id}`;
const addition = (id: number, titleId: number) =>
  award(id, { title_id: String(titleId), category_code: "'craftsman'", prize_level_code: "NULL" }) +
  recipient(id, 1, "employee_id", "1");
const orphans = () =>
  world.ownerSql(
    "SELECT a.id FROM awards a LEFT JOIN honor_titles t ON t.id = a.title_id WHERE t.id IS NULL",
  );
/** What became of it: done, or the kind of refusal. */
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: pg.DatabaseError) => error.code ?? String(error),
  );

it("a title that is deleted while an award of it is being added stays, and the award with it", async () => {
  expect(await refusal(title(3))).toBeNull();
  const [adding, deleting] = [await begin(), await begin()];
  await adding.query(addition(31, 3));
  const deleted = outcome(deleting.query(`${removal(3)}; COMMIT`));
  await adding.query("COMMIT");
  expect(await deleted).toMatch(/^(23503|23001)$/);
  expect(await orphans()).toEqual([]);
  expect(await world.ownerSql("SELECT id FROM awards WHERE id = 31")).toHaveLength(1);
});

it("an award that is added while its title is being deleted does not come in", async () => {
  expect(await refusal(title(4))).toBeNull();
  const [adding, deleting] = [await begin(), await begin()];
  await deleting.query(removal(4));
  const added = outcome(adding.query(`${addition(41, 4)}; COMMIT`));
  await deleting.query("COMMIT");
  expect(await added).not.toBe("done");
  expect(await orphans()).toEqual([]);
  expect(await world.ownerSql("SELECT id FROM awards WHERE id = 41")).toEqual([]);
});
