import { beforeAll, expect, test } from "vitest";
import { admin, eventsOf, fieldsOf, first, made, notice, plantPapers, second } from "@/e2e/world/papers";
import type { Actor } from "@/lib/auth/roles";
import { transaction } from "@/lib/db/transaction";
import { attachFiles, storeUpload } from "@/lib/files/upload";
import { changeDocument, createDocument } from "../commands";
import { getDocument } from "../queries";

beforeAll(plantPapers);

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
