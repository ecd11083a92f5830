import { expect, it } from "vitest";
import { makeAdministrator } from "@/lib/auth/testing";
import { testDatabase } from "@/lib/db/testing";
import { createUser } from "@/lib/users/commands";

const { ownerSql } = await testDatabase();

it("where the event cannot be written, what it tells of does not happen", async () => {
  const admin = await makeAdministrator("admin");
  await ownerSql(`CREATE FUNCTION no_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$;
    CREATE TRIGGER no_more BEFORE INSERT ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION no_more()`);
  const refused = await createUser(admin, { username: "never", name: "不该有" });
  expect(refused).toMatchObject({ ok: false, fault: { code: "unavailable" } });
  expect(await ownerSql("SELECT FROM users WHERE username = 'never'")).toEqual([]);

  await ownerSql("DROP TRIGGER no_more ON audit_events");
  expect((await createUser(admin, { username: "never", name: "不该有" })).ok).toBe(true);
});
