import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase, type TestDatabase } from "@/lib/db/testing";
import { storeUpload } from "@/lib/files/upload";
import { changeDocument, createDocument } from "./commands";
import { getDocument, listDocuments, searchDocuments, searchRecordingUnits } from "./queries";
import { getScan } from "./scans/queries";
import { documentFilter, documentPage } from "./schema";

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
const checker = person(4, "checker", 2, "/1/2/");
const hr = person(5, "hr", 3, "/1/3/");
const employee = person(6, null);

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
const codeOf = (result: { ok: boolean; fault?: { code: string } }) => (result.ok ? "ok" : result.fault?.code);

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

test("another unit sees neither the document nor its files; the units above and below do", async () => {
  const file = await upload(first);
  const id = await made(
    createDocument(first, { ...notice, number: "青工发〔2022〕16号", files: [String(file)] }),
  );
  const high = await made(
    createDocument(admin, { ...notice, number: "集工〔2022〕1号", recordingUnitId: "1" }),
  );
  expect(await getDocument(second, id)).toBeNull();
  expect(await getScan(second, id, file)).toBeNull();
  expect(await getScan(first, high, file)).toBeNull();
  expect(await searchDocuments(second, "16")).toEqual([]);
  expect(codeOf(await changeDocument(second, { ...notice, id, version: 1, recordingUnitId: "3" }))).toBe(
    "not_found",
  );
  expect(codeOf(await createDocument(second, { ...notice, number: "", recordingUnitId: "2" }))).toBe(
    "invalid",
  );
  expect(
    fieldsOf(
      await createDocument(second, { ...notice, number: "", recordingUnitId: "3", correctsId: String(id) }),
    ),
  ).toEqual({ correctsId: ["unknownValue"] });
  for (const actor of [admin, first, checker])
    expect((await getScan(actor, id, file))?.mediaType).toBe("application/pdf");
  for (const actor of [second, hr]) expect((await getDocument(actor, high))?.canEdit).toBe(false);
  expect(
    codeOf(
      await changeDocument(second, {
        ...notice,
        number: "集工〔2022〕1号",
        id: high,
        version: 1,
        title: "x",
        recordingUnitId: "1",
      }),
    ),
  ).toBe("forbidden");
  expect(codeOf(await createDocument(checker, notice))).toBe("forbidden");
  for (const outsider of [employee, person(6, "auditor"), person(6, "sysadmin")]) {
    expect(await getDocument(outsider, high)).toBeNull();
    expect(await getScan(outsider, id, file)).toBeNull();
    expect((await listDocuments(outsider, documentFilter.parse({}), documentPage.parse({}))).total).toBe(0);
  }
  expect((await searchRecordingUnits(first, "")).map((unit) => unit.id)).toEqual([2]);
});

test("an award in sight brings its document into sight, for readers once it is conferred", async () => {
  const id = await made(createDocument(first, { ...notice, number: "青工发〔2022〕17号" }));
  await world.ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
    INSERT INTO honor_title_subject_kinds VALUES (1, 'organization') ON CONFLICT DO NOTHING;
    INSERT INTO awards (id, title_id, title_name, level_code, category_code, award_date, award_year, recording_unit_id, created_by_id, updated_by_id, updated_at) VALUES (1, 1, '青岛工匠', 'city', 'craftsman', '2022', 2022, 2, 2, 2, now());
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (1, 'draft', 2);
    INSERT INTO award_recipients (award_id, position, name, organization_id) VALUES (1, 1, '二公司工会', 3);
    INSERT INTO award_documents VALUES (1, 1, ${id});`);
  expect(await getDocument(hr, id)).toBeNull();
  expect((await getDocument(second, id))?.id).toBe(id);
  const row = async (actor: Actor) => (await searchDocuments(actor, "青工发〔2022〕17"))[0];
  expect((await row(second))?.awardCount).toBe(1);
  const move = (state: string, by: number) =>
    world.ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
    UPDATE awards SET state = '${state}' WHERE id = 1; INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (1, '${state}', ${by});`);
  await move("submitted", 2);
  expect(await getDocument(hr, id)).toBeNull();
  await move("effective", 4);
  expect((await getDocument(hr, id))?.id).toBe(id);
  await expect(world.appSql("DELETE FROM documents WHERE id = $1", [id])).rejects.toThrow();
});
