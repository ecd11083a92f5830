import type { Actor } from "@/lib/auth/roles";
import { testDatabase, type TestDatabase } from "@/lib/db/testing";
import type { createDocument } from "@/lib/documents/commands";

/** Three union units with a title and two granting bodies, on which the tests of documents and their scans build. */
export let world: TestDatabase;

type Role = Actor["grants"][number]["role"];
export const person = (userId: number, role: Role | null, organizationId = 1, path = "/1/"): Actor => ({
  ...{
    userId,
    sessionId: 1,
    username: `u${userId}`,
    name: `用户${userId}`,
    employeeId: null,
    mustChangePassword: false,
    address: "127.0.0.1",
  },
  grants: role === null ? [] : [{ role, organizationId, tree: "union", path }],
});
// Union: 1 集团工会 above 2 一公司工会 and 3 二公司工会.
export const admin = person(1, "union_admin");
export const first = person(2, "recorder", 2, "/1/2/");
export const second = person(3, "recorder", 3, "/1/3/");
export const checker = person(4, "checker", 2, "/1/2/");
export const hr = person(5, "hr", 3, "/1/3/");
export const employee = person(6, null);

export const notice = {
  number: "青工发〔2022〕15号",
  title: "关于表彰2022年“一匠五创”的决定",
  kind: "decision",
  signedOn: "2022-12",
  issuers: ["1"],
  recordingUnitId: "2",
};

/** Plants it in the test file's own database. */
export async function plantPapers(): Promise<void> {
  world = await testDatabase();
  await world.ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) SELECT 'test', n, 'test', '{}', 'local' FROM unnest(ARRAY['organizations','users','granting_bodies','honor_titles']) n;
    INSERT INTO organizations (id, tree, kind, name, code, updated_at) VALUES (1, 'union', 'group_union', '集团工会', 'GU', now());
    INSERT INTO organizations (id, tree, kind, name, code, parent_id, updated_at) VALUES (2, 'union', 'base_union', '一公司工会', 'U1', 1, now()), (3, 'union', 'base_union', '二公司工会', 'U2', 1, now());
    INSERT INTO users (id, username, name, password_hash, updated_at) SELECT n, 'u' || n, '用户' || n, '-', now() FROM generate_series(1, 6) n;
    INSERT INTO granting_bodies (id, name, code, kind, updated_at) VALUES (1, '青岛市总工会', 'QDZGH', 'union', now()), (2, '青岛市人社局', 'QDRS', 'human_resources', now());
    INSERT INTO honor_titles (id, name, category_code, updated_at) VALUES (1, '青岛工匠', 'craftsman', now());
    INSERT INTO honor_title_levels VALUES (1, 'city');`);
}

export async function made(result: ReturnType<typeof createDocument>): Promise<number> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.fault));
  return settled.value.id;
}
export const fieldsOf = (result: { ok: boolean; fault?: { fields?: Record<string, string[]> } }) =>
  result.ok ? null : result.fault?.fields;
export const eventsOf = (id: number) =>
  world.ownerSql<{ event: string }>(
    "SELECT event FROM audit_events WHERE noun = 'documents' AND noun_id = $1 ORDER BY id",
    [id],
  );
