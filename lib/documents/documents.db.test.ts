import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/roles";
import { transaction } from "@/lib/db/transaction";
import { testDatabase, type TestDatabase } from "@/lib/db/testing";
import { attachFiles, storeUpload } from "@/lib/files/upload";
import { changeDocument, createDocument } from "./commands";
import { findByNumber, getDocument, getDocumentFile, listDocuments, searchDocuments, searchRecordingUnits } from "./queries";
import { documentFilter, documentPage } from "./schema";

let world: TestDatabase;
type Role = Actor["grants"][number]["role"];
const person = (userId: number, role: Role | null, organizationId = 1, path = "/1/"): Actor => ({
  ...{ userId, sessionId: 1, username: `u${userId}`, name: `用户${userId}`, employeeId: null, mustChangePassword: false, address: "127.0.0.1" },
  grants: role === null ? [] : [{ role, organizationId, tree: "union", path }],
});
// Union: 1 集团工会 above 2 一公司工会 and 3 二公司工会.
const admin = person(1, "union_admin");
const first = person(2, "recorder", 2, "/1/2/");
const second = person(3, "recorder", 3, "/1/3/");
const checker = person(4, "checker", 2, "/1/2/");
const hr = person(5, "hr", 3, "/1/3/");
const employee = person(6, null);

const notice = { number: "青工发〔2022〕15号", title: "关于表彰2022年“一匠五创”的决定", kind: "decision", signedOn: "2022-12", issuers: ["1"], recordingUnitId: "2" };

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
const fieldsOf = (result: { ok: boolean; fault?: { fields?: Record<string, string[]> } }) => (result.ok ? null : result.fault?.fields);
const codeOf = (result: { ok: boolean; fault?: { code: string } }) => (result.ok ? "ok" : result.fault?.code);
const eventsOf = (id: number) => world.ownerSql<{ event: string }>("SELECT event FROM audit_events WHERE noun = 'documents' AND noun_id = $1 ORDER BY id", [id]);

let uploads = 0;
async function upload(actor: Actor): Promise<number> {
  const sha256 = String((uploads += 1)).padStart(64, "0");
  const stored = await storeUpload(actor, { sha256, name: `扫描${uploads}.pdf`, mediaType: "application/pdf", size: 1000 });
  return stored.ok ? stored.value.id : 0;
}

test("one paper is recorded once, in whatever writing its number comes", async () => {
  const id = await made(createDocument(first, notice));
  for (const number of ["青工发[2022]15号", "青工发【2022】15", " 青工发 （２０２２） １５ 号 ", "青工发〔2022〕第015号"]) {
    const again = await createDocument(first, { ...notice, number });
    expect(again).toMatchObject({ ok: false, fault: { code: "conflict", fields: { number: ["duplicateDocumentNumber"] }, detail: { documentId: id } } });
    expect(await findByNumber(first, number)).toMatchObject({ taken: true, document: { id } });
  }
  const elsewhere = await createDocument(second, { ...notice, recordingUnitId: "3" });
  expect(elsewhere).toMatchObject({ ok: false, fault: { fields: { number: ["documentNumberElsewhere"] } } });
  expect(JSON.stringify(elsewhere)).not.toContain(`:${id}`);
  expect(await findByNumber(second, notice.number)).toEqual({ taken: true, document: null });
  expect(await findByNumber(first, notice.number, id)).toEqual({ taken: false, document: null });
  expect((await getDocument(first, id))?.number).toBe("青工发〔2022〕15号");
  const unnumbered = { ...notice, number: "" };
  expect(await made(createDocument(first, unnumbered))).not.toBe(await made(createDocument(first, unnumbered)));
});

test("another unit sees neither the document nor its files; the units above and below do", async () => {
  const file = await upload(first);
  const id = await made(createDocument(first, { ...notice, number: "青工发〔2022〕16号", files: [String(file)] }));
  const high = await made(createDocument(admin, { ...notice, number: "集工〔2022〕1号", recordingUnitId: "1" }));
  expect(await getDocument(second, id)).toBeNull();
  expect(await getDocumentFile(second, id, file)).toBeNull();
  expect(await getDocumentFile(first, high, file)).toBeNull();
  expect(await searchDocuments(second, "16")).toEqual([]);
  expect(codeOf(await changeDocument(second, { ...notice, id, version: 1, recordingUnitId: "3" }))).toBe("not_found");
  expect(codeOf(await createDocument(second, { ...notice, number: "", recordingUnitId: "2" }))).toBe("invalid");
  expect(fieldsOf(await createDocument(second, { ...notice, number: "", recordingUnitId: "3", correctsId: String(id) }))).toEqual({ correctsId: ["unknownValue"] });
  for (const actor of [admin, first, checker]) expect((await getDocumentFile(actor, id, file))?.mediaType).toBe("application/pdf");
  for (const actor of [second, hr]) expect((await getDocument(actor, high))?.canEdit).toBe(false);
  expect(codeOf(await changeDocument(second, { ...notice, number: "集工〔2022〕1号", id: high, version: 1, title: "x", recordingUnitId: "1" }))).toBe("forbidden");
  expect(codeOf(await createDocument(checker, notice))).toBe("forbidden");
  for (const outsider of [employee, person(6, "auditor"), person(6, "sysadmin")]) {
    expect(await getDocument(outsider, high)).toBeNull();
    expect(await getDocumentFile(outsider, id, file)).toBeNull();
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
  const move = (state: string, by: number) => world.ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
    UPDATE awards SET state = '${state}' WHERE id = 1; INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (1, '${state}', ${by});`);
  await move("submitted", 2);
  expect(await getDocument(hr, id)).toBeNull();
  await move("effective", 4);
  expect((await getDocument(hr, id))?.id).toBe(id);
  await expect(world.appSql("DELETE FROM documents WHERE id = $1", [id])).rejects.toThrow();
});

test("files are the uploader's own, are attached once, and come and go with an event", async () => {
  const [own, foreign, extra] = [await upload(first), await upload(second), await upload(first)];
  const number = "青工发〔2022〕18号";
  expect(fieldsOf(await createDocument(first, { ...notice, number, files: [String(foreign)] }))).toEqual({ files: ["fileMissing"] });
  const id = await made(createDocument(first, { ...notice, number, files: [String(own)] }));
  expect(fieldsOf(await createDocument(first, { ...notice, number: "", files: [String(own)] }))).toEqual({ files: ["fileMissing"] });
  expect(fieldsOf(await createDocument(first, { ...notice, number: "", files: ["999999"] }))).toEqual({ files: ["fileMissing"] });
  // Somebody else edits a document that holds files they never uploaded, and adds one of theirs.
  const theirs = await upload(admin);
  await made(changeDocument(admin, { ...notice, number, id, version: 1, files: [String(own), String(theirs)], shownFiles: [String(own)] }));
  expect((await getDocument(first, id))?.files.map((file) => file.id)).toEqual([own, theirs]);
  // A form opened before that takes off its own file, never the one that came since.
  await made(changeDocument(first, { ...notice, number, id, version: 2, files: [String(extra)], shownFiles: [String(own)] }));
  expect((await getDocument(first, id))?.files.map((file) => file.id)).toEqual([theirs, extra]);
  expect((await eventsOf(id)).map(({ event }) => event)).toEqual([
    ...["documents.created", "documents.file_added", "documents.changed", "documents.file_added"],
    ...["documents.changed", "documents.file_removed", "documents.file_added"],
  ]);
  const free = await upload(first);
  const both = await Promise.all(["一", "二"].map((title) => createDocument(first, { ...notice, number: "", title, files: [String(free)] })));
  expect(both.filter((result) => result.ok)).toHaveLength(1);
  expect(await transaction((tx) => attachFiles(tx, first, [free]))).toMatchObject({ ok: false });
});

test("of two who changed the same version the second is told what differs, and loses nothing", async () => {
  const number = "青工发〔2022〕19号";
  const id = await made(createDocument(first, { ...notice, number }));
  const change = (title: string) => changeDocument(first, { ...notice, number, id, version: 1, title });
  const results = await Promise.all(Array.from({ length: 10 }, (_, index) => change(`标题${index}`)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const stale = results.find((result) => !result.ok);
  expect(stale).toMatchObject({ fault: { code: "stale", current: { version: 2, number, issuers: [{ id: 1, label: "青岛市总工会" }], recordingUnitId: { id: 2, label: "一公司工会" } } } });
  const same = await Promise.all(Array.from({ length: 5 }, () => createDocument(first, { ...notice, number: "青工发〔2022〕20号" })));
  expect(same.filter((result) => result.ok)).toHaveLength(1);
  expect((await eventsOf(id)).map(({ event }) => event)).toEqual(["documents.created", "documents.changed"]);
});

test("links show as far as one sees them, and an unseen one stays through another's edit", async () => {
  const hidden = await made(createDocument(second, { ...notice, number: "二工〔2022〕1号", recordingUnitId: "3" }));
  const number = "青工发〔2022〕21号";
  const id = await made(createDocument(admin, { ...notice, number, forwardsId: String(hidden) }));
  expect((await getDocument(admin, id))?.forwards?.id).toBe(hidden);
  expect((await getDocument(admin, hidden))?.forwardedBy.map((one) => one.id)).toEqual([id]);
  expect((await getDocument(first, id))?.forwards).toBeNull();
  expect((await getDocument(second, hidden))?.forwardedBy).toEqual([]);
  await made(changeDocument(first, { ...notice, number, id, version: 1, title: "改过的标题", forwardsId: "" }));
  expect((await getDocument(admin, id))?.forwards?.id).toBe(hidden);
  expect(fieldsOf(await changeDocument(admin, { ...notice, number, id, version: 2, correctsId: String(id) }))).toEqual({ correctsId: ["documentItself"] });
});

test("faulty forms are refused field by field, and what marks hide in is kept as typed", async () => {
  const faulty = { ...notice, number: "号".repeat(101), title: "", kind: "letter", signedOn: "2026-02-30", sourceUrl: "javascript:alert(1)", issuers: ["1", "1"], recordingUnitId: "" };
  expect(fieldsOf(await createDocument(first, faulty))).toEqual({
    ...{ number: ["tooLong:100"], title: ["required"], kind: ["requiredChoice"], signedOn: ["badDate"], sourceUrl: ["badUrl"], issuers: ["duplicate"], recordingUnitId: ["required"] },
  });
  expect(fieldsOf(await createDocument(first, { ...notice, number: "", signedOn: "2022-12", publishedOn: "2022-11" }))).toEqual({ publishedOn: ["publishedBeforeSigned"] });
  expect(fieldsOf(await createDocument(first, { ...notice, number: "", issuers: ["77"] }))).toEqual({ issuers: ["unknownValue"] });
  const odd = await made(createDocument(first, { ...notice, number: "100%_\\\u0000号", title: "㛃䶮𠮷'; DROP TABLE documents; --" }));
  expect(await getDocument(first, odd)).toMatchObject({ number: "100%_\\号", title: "㛃䶮𠮷'; DROP TABLE documents; --" });
  expect((await searchDocuments(first, "%_\\")).map(({ id }) => id)).toEqual([odd]);
});

test("the list filters, sorts and pages by its address, whatever stands there", async () => {
  const list = (params: Record<string, string>, actor = admin) => listDocuments(actor, documentFilter.parse(params), documentPage.parse(params));
  expect((await list({ q: "青工发[2022]15" })).rows.map(({ number }) => number)).toEqual(["青工发〔2022〕15号"]);
  expect((await list({ q: "总工会", year: "2022", kind: "decision", issuer: "1" })).total).toBeGreaterThan(5);
  expect((await list({ issuer: "2" })).total).toBe(0);
  expect((await list({ unit: "3" })).rows.map(({ number }) => number)).toEqual(["二工〔2022〕1号"]);
  expect((await list({ unit: "2" }, second)).total).toBeLessThan((await list({ unit: "2" })).total);
  expect((await list({ scan: "yes" })).rows.every(({ fileCount }) => fileCount > 0)).toBe(true);
  const numbers = (await list({ sort: "number", size: "10" })).rows.map(({ number }) => number);
  expect(numbers.slice(0, 2)).toEqual(["100%_\\号", "二工〔2022〕1号"]);
  expect(await list({ sort: "x'; --", page: "1000000000", size: "-4", year: "x", issuer: "-1" })).toMatchObject({ page: 1 });
});
