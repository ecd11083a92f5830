import { beforeAll, expect, test } from "vitest";
import {
  admin,
  checker,
  employee,
  fieldsOf,
  first,
  hr,
  made,
  notice,
  person,
  plantPapers,
  second,
  world,
} from "@/e2e/world/papers";
import type { Actor } from "@/lib/auth/roles";
import { storeUpload } from "@/lib/files/upload";
import { changeDocument, createDocument } from "./commands";
import { getDocument } from "./queries";
import { visibleTo } from "./policy";
import { listDocuments, searchDocuments, searchRecordingUnits } from "./search/queries";
import { getScan } from "./scans/queries";
import { documentFilter, documentPage } from "./schema";

beforeAll(plantPapers);

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
  // The list says in SQL what the condition says.
  const listed = async () => {
    for (const actor of [admin, first, second, checker, hr]) {
      const list = await listDocuments(
        actor,
        documentFilter.parse({}),
        documentPage.parse({ sort: "createdAt" }),
      );
      const seen = await world.db.document.findMany({ where: visibleTo(actor), select: { id: true } });
      expect(new Set(list.rows.map((one) => one.id))).toEqual(new Set(seen.map((one) => one.id)));
      expect(list.total).toBe(seen.length);
    }
  };
  await listed();
  const move = (state: string, by: number) =>
    world.ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
    UPDATE awards SET state = '${state}' WHERE id = 1; INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (1, '${state}', ${by});`);
  await move("submitted", 2);
  expect(await getDocument(hr, id)).toBeNull();
  await move("effective", 4);
  expect((await getDocument(hr, id))?.id).toBe(id);
  await listed();
  await expect(world.db.document.delete({ where: { id } })).rejects.toThrow();
});
