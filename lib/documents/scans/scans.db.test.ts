import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/roles";
import { transaction } from "@/lib/db/transaction";
import { testDatabase, type TestDatabase } from "@/lib/db/testing";
import { attachFiles, storeUpload } from "@/lib/files/upload";
import { changeDocument, createDocument } from "../commands";
import { getDocument } from "../queries";

let world: TestDatabase;
type Role = Actor["grants"][number]["role"];
const person = (userId: number, role: Role | null, organizationId = 1, path = "/1/"): Actor => ({
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
const admin = person(1, "union_admin");
const first = person(2, "recorder", 2, "/1/2/");
const second = person(3, "recorder", 3, "/1/3/");

const notice = {
  number: "青工发〔2022〕15号",
  title: "关于表彰2022年“一匠五创”的决定",
  kind: "decision",
  signedOn: "2022-12",
  issuers: ["1"],
  recordingUnitId: "2",
};

beforeAll(async () => {
  world = await testDatabase();
  await world.ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) SELECT 'test', n, 'test', '{}', 'local' FROM unnest(ARRAY['organizations','users','granting_bodies','honor_titles']) n;
    INSERT INTO organizations (id, tree, kind, name, code, updated_at) VALUES (1, 'union', 'group_union', '集团工会', 'GU', now());
    INSERT INTO organizations (id, tree, kind, name, code, parent_id, updated_at) VALUES (2, 'union', 'base_union', '一公司工会', 'U1', 1, now()), (3, 'union', 'base_union', '二公司工会', 'U2', 1, now());
    INSERT INTO users (id, username, name, password_hash, updated_at) SELECT n, 'u' || n, '用户' || n, '-', now() FROM generate_series(1, 6) n;
    INSERT INTO granting_bodies (id, name, code, kind, updated_at) VALUES (1, '青岛市总工会', 'QDZGH', 'union', now()), (2, '青岛市人社局', 'QDRS', 'human_resources', now());
    INSERT INTO honor_titles (id, name, category_code, updated_at) VALUES (1, '青岛工匠', 'craftsman', now());
    INSERT INTO honor_title_levels VALUES (1, 'city');`);
});

async function made(result: ReturnType<typeof createDocument>): Promise<number> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.fault));
  return settled.value.id;
}
const fieldsOf = (result: { ok: boolean; fault?: { fields?: Record<string, string[]> } }) =>
  result.ok ? null : result.fault?.fields;
const eventsOf = (id: number) =>
  world.ownerSql<{ event: string }>(
    "SELECT event FROM audit_events WHERE noun = 'documents' AND noun_id = $1 ORDER BY id",
    [id],
  );

let uploads = 0;
async function upload(actor: Actor): Promise<number> {
  const sha256 = String((uploads += 1)).padStart(64, "0");
  const stored = await storeUpload(actor, {
    sha256,
    name: `扫描${uploads}.pdf`,
    mediaType: "application/pdf",
    size: 1000,
  });
  return stored.ok ? stored.value.id : 0;
}

test("files are the uploader's own, are attached once, and come and go with an event", async () => {
  const [own, foreign, extra] = [await upload(first), await upload(second), await upload(first)];
  const number = "青工发〔2022〕18号";
  expect(fieldsOf(await createDocument(first, { ...notice, number, files: [String(foreign)] }))).toEqual({
    files: ["fileMissing"],
  });
  const id = await made(createDocument(first, { ...notice, number, files: [String(own)] }));
  expect(fieldsOf(await createDocument(first, { ...notice, number: "", files: [String(own)] }))).toEqual({
    files: ["fileMissing"],
  });
  expect(fieldsOf(await createDocument(first, { ...notice, number: "", files: ["999999"] }))).toEqual({
    files: ["fileMissing"],
  });
  // Somebody else edits a document that holds files they never uploaded, and adds one of theirs.
  const theirs = await upload(admin);
  await made(
    changeDocument(admin, {
      ...notice,
      number,
      id,
      version: 1,
      files: [String(own), String(theirs)],
      shownFiles: [String(own)],
    }),
  );
  expect((await getDocument(first, id))?.files.map((file) => file.id)).toEqual([own, theirs]);
  // A form opened before that takes off its own file, never the one that came since.
  await made(
    changeDocument(first, {
      ...notice,
      number,
      id,
      version: 2,
      files: [String(extra)],
      shownFiles: [String(own)],
    }),
  );
  expect((await getDocument(first, id))?.files.map((file) => file.id)).toEqual([theirs, extra]);
  expect((await eventsOf(id)).map(({ event }) => event)).toEqual([
    ...["documents.created", "documents.file_added", "documents.changed", "documents.file_added"],
    ...["documents.changed", "documents.file_removed", "documents.file_added"],
  ]);
  const free = await upload(first);
  const both = await Promise.all(
    ["一", "二"].map((title) =>
      createDocument(first, { ...notice, number: "", title, files: [String(free)] }),
    ),
  );
  expect(both.filter((result) => result.ok)).toHaveLength(1);
  expect(await transaction((tx) => attachFiles(tx, first, [free]))).toMatchObject({ ok: false });
});
