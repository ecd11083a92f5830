import { beforeAll, expect, test } from "vitest";
import { admin, eventsOf, fieldsOf, first, made, notice, plantPapers, second } from "@/e2e/world/papers";
import { changeDocument, createDocument } from "./commands";
import { findByNumber, getDocument } from "./queries";
import { listDocuments, searchDocuments } from "./search/queries";
import { documentFilter, documentPage } from "./schema";

beforeAll(plantPapers);

test("one paper is recorded once, in whatever writing its number comes", async () => {
  const id = await made(createDocument(first, notice));
  for (const number of [
    "青工发[2022]15号",
    "青工发【2022】15",
    " 青工发 （２０２２） １５ 号 ",
    "青工发〔2022〕第015号",
  ]) {
    const again = await createDocument(first, { ...notice, number });
    expect(again).toMatchObject({
      ok: false,
      fault: { code: "invalid", fields: { number: ["duplicateDocumentNumber"] }, detail: { documentId: id } },
    });
    expect(await findByNumber(first, number)).toMatchObject({ taken: true, document: { id } });
  }
  const elsewhere = await createDocument(second, { ...notice, recordingUnitId: "3" });
  expect(elsewhere).toMatchObject({ ok: false, fault: { fields: { number: ["documentNumberElsewhere"] } } });
  expect(JSON.stringify(elsewhere)).not.toContain(`:${id}`);
  expect(await findByNumber(second, notice.number)).toEqual({ taken: true, document: null });
  expect(await findByNumber(first, notice.number, id)).toEqual({ taken: false, document: null });
  expect((await getDocument(first, id))?.number).toBe("青工发〔2022〕15号");
  const unnumbered = { ...notice, number: "" };
  expect(await made(createDocument(first, unnumbered))).not.toBe(
    await made(createDocument(first, unnumbered)),
  );
});

test("of two who changed the same version the second is told what differs, and loses nothing", async () => {
  const number = "青工发〔2022〕19号";
  const id = await made(createDocument(first, { ...notice, number }));
  const change = (title: string) => changeDocument(first, { ...notice, number, id, version: 1, title });
  const results = await Promise.all(Array.from({ length: 10 }, (_, index) => change(`标题${index}`)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const stale = results.find((result) => !result.ok);
  expect(stale).toMatchObject({
    fault: {
      code: "stale",
      current: {
        version: 2,
        number,
        issuers: [{ id: 1, label: "青岛市总工会" }],
        recordingUnitId: { id: 2, label: "一公司工会" },
      },
    },
  });
  const same = await Promise.all(
    Array.from({ length: 5 }, () => createDocument(first, { ...notice, number: "青工发〔2022〕20号" })),
  );
  expect(same.filter((result) => result.ok)).toHaveLength(1);
  expect((await eventsOf(id)).map(({ event }) => event)).toEqual(["documents.created", "documents.changed"]);
});

test("links show as far as one sees them, and an unseen one stays through another's edit", async () => {
  const hidden = await made(
    createDocument(second, { ...notice, number: "二工〔2022〕1号", recordingUnitId: "3" }),
  );
  const number = "青工发〔2022〕21号";
  const id = await made(createDocument(admin, { ...notice, number, forwardsId: String(hidden) }));
  expect((await getDocument(admin, id))?.forwards?.id).toBe(hidden);
  expect((await getDocument(admin, hidden))?.forwardedBy.map((one) => one.id)).toEqual([id]);
  expect((await getDocument(first, id))?.forwards).toBeNull();
  expect((await getDocument(second, hidden))?.forwardedBy).toEqual([]);
  await made(
    changeDocument(first, { ...notice, number, id, version: 1, title: "改过的标题", forwardsId: "" }),
  );
  expect((await getDocument(admin, id))?.forwards?.id).toBe(hidden);
  expect(
    fieldsOf(await changeDocument(admin, { ...notice, number, id, version: 2, correctsId: String(id) })),
  ).toEqual({ correctsId: ["documentItself"] });
});

test("faulty forms are refused field by field, and what marks hide in is kept as typed", async () => {
  const faulty = {
    ...notice,
    number: "号".repeat(101),
    title: "",
    kind: "letter",
    signedOn: "2026-02-30",
    sourceUrl: "javascript:alert(1)",
    issuers: ["1", "1"],
    recordingUnitId: "",
  };
  expect(fieldsOf(await createDocument(first, faulty))).toEqual({
    ...{
      number: ["tooLong:100"],
      title: ["required"],
      kind: ["requiredChoice"],
      signedOn: ["badDate"],
      sourceUrl: ["badUrl"],
      issuers: ["duplicate"],
      recordingUnitId: ["required"],
    },
  });
  expect(
    fieldsOf(
      await createDocument(first, { ...notice, number: "", signedOn: "2022-12", publishedOn: "2022-11" }),
    ),
  ).toEqual({ publishedOn: ["publishedBeforeSigned"] });
  expect(fieldsOf(await createDocument(first, { ...notice, number: "", issuers: ["77"] }))).toEqual({
    issuers: ["unknownValue"],
  });
  const odd = await made(
    createDocument(first, {
      ...notice,
      number: "100%_\\\u0000号",
      title: "㛃䶮𠮷'; DROP TABLE documents; --",
    }),
  );
  expect(await getDocument(first, odd)).toMatchObject({
    number: "100%_\\号",
    title: "㛃䶮𠮷'; DROP TABLE documents; --",
  });
  expect((await searchDocuments(first, "%_\\")).map(({ id }) => id)).toEqual([odd]);
});

test("the list filters, sorts and pages by its address, whatever stands there", async () => {
  const list = (params: Record<string, string>, actor = admin) =>
    listDocuments(actor, documentFilter.parse(params), documentPage.parse(params));
  expect((await list({ q: "青工发[2022]15" })).rows.map(({ number }) => number)).toEqual([
    "青工发〔2022〕15号",
  ]);
  expect((await list({ q: "总工会", year: "2022", kind: "decision", issuer: "1" })).total).toBeGreaterThan(5);
  expect((await list({ issuer: "2" })).total).toBe(0);
  expect((await list({ unit: "3" })).rows.map(({ number }) => number)).toEqual(["二工〔2022〕1号"]);
  expect((await list({ unit: "2" }, second)).total).toBeLessThan((await list({ unit: "2" })).total);
  expect((await list({ scan: "yes" })).rows.every(({ fileCount }) => fileCount > 0)).toBe(true);
  const numbers = (await list({ sort: "number", size: "10" })).rows.map(({ number }) => number);
  expect(numbers.slice(0, 2)).toEqual(["100%_\\号", "二工〔2022〕1号"]);
  for (const sort of ["number", "-number", "-signedOn", "signedOn", "title", "-createdAt"]) {
    const all = (await list({ sort, size: "100" })).rows.map(({ id }) => id);
    const beyond = async (params: Record<string, string>) =>
      (await list({ sort, size: "100", ...params })).rows.map(({ id }) => id);
    for (const [place, id] of all.entries()) {
      expect(await beyond({ after: String(id) })).toEqual(all.slice(place + 1));
      expect(await beyond({ before: String(id) })).toEqual(all.slice(0, place));
    }
  }
  expect(
    await list({ sort: "x'; --", page: "1000000000", size: "-4", year: "x", issuer: "-1" }),
  ).toMatchObject({ page: 1 });
});
