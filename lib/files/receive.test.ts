import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { setEnvironment } from "@/lib/env/early.mjs";
import { downloadResponse } from "./download";
import { maxFileBytes } from "./kinds";
import { receiveFile } from "./receive";

const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n";
const folder = mkdtempSync(join(tmpdir(), "files-"));
setEnvironment({
  FILES_DIR: folder,
  DATA_DIR: folder,
  NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
});

beforeEach(() => rmSync(join(folder, "incoming"), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function upload(content: BlobPart, name = "青工发〔2022〕15号.pdf", field = "file") {
  const form = new FormData();
  form.append(field, new File([content], name, { type: "application/pdf" }));
  return new Request("http://localhost/files", { method: "POST", body: form });
}
const incoming = () => readdirSync(join(folder, "incoming"));
const fieldsOf = (result: Awaited<ReturnType<typeof receiveFile>>) =>
  result.ok ? null : [result.fault.code, result.fault.fields?.file?.[0]];

test("an upload comes to lie under its hash, and comes back byte for byte", async () => {
  const received = await receiveFile(upload(pdf));
  if (!received.ok) throw new Error(received.fault.code);
  expect(received.value).toMatchObject({
    name: "青工发〔2022〕15号.pdf",
    mediaType: "application/pdf",
    size: pdf.length,
  });
  expect(incoming()).toEqual([]);
  const again = await receiveFile(upload(pdf, "other.pdf"));
  expect(again.ok && again.value.sha256).toBe(received.value.sha256);

  const request = new Request("http://localhost/documents/1/files/1");
  const answer = await downloadResponse(received.value, request);
  expect(await answer!.text()).toBe(pdf);
  expect(answer!.headers.get("content-security-policy")).toContain("sandbox");
  expect(answer!.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer!.headers.get("cache-control")).toBe("private, no-store");
  expect(answer!.headers.get("content-disposition")).toContain("attachment;");
  const known = new Request(request, { headers: { "if-none-match": answer!.headers.get("etag")! } });
  expect((await downloadResponse(received.value, known))!.status).toBe(304);
  expect(await downloadResponse({ ...received.value, sha256: "0".repeat(64) }, request)).toBeNull();
});

test("what is no scan is refused by its content and leaves nothing behind", async () => {
  expect(fieldsOf(await receiveFile(upload("MZ\x90\x00 this program cannot be run", "scan.pdf")))).toEqual([
    "unsupported",
    "fileNotPdfOrImage",
  ]);
  expect(fieldsOf(await receiveFile(upload("<!doctype html><script>1</script>", "notice.pdf")))).toEqual([
    "unsupported",
    "fileNotPdfOrImage",
  ]);
  expect(fieldsOf(await receiveFile(upload("", "empty.pdf")))).toEqual(["invalid", "emptyFile"]);
  expect(incoming()).toEqual([]);
});

test("twenty megabytes pass and one byte more does not", async () => {
  const whole = Buffer.alloc(maxFileBytes, "\n");
  whole.write(pdf);
  const most = await receiveFile(upload(whole));
  expect(most.ok && most.value.size).toBe(maxFileBytes);
  expect(fieldsOf(await receiveFile(upload(Buffer.concat([whole, Buffer.from(" ")]))))).toEqual([
    "too_large",
    "fileTooLarge:20",
  ]);
  expect(incoming()).toEqual([]);
});

test("a form without the file, broken off or of another kind is refused", async () => {
  expect(fieldsOf(await receiveFile(upload(pdf, "a.pdf", "other")))).toEqual(["invalid", "fileRequired"]);
  const json = new Request("http://localhost/files", {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
  });
  expect(fieldsOf(await receiveFile(json))).toEqual(["invalid", "fileRequired"]);
  const broken = new Request("http://localhost/files", {
    method: "POST",
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
    headers: { "content-type": "multipart/form-data; boundary=x" },
  });
  expect(fieldsOf(await receiveFile(broken))).toEqual(["invalid", "fileDamaged"]);
  expect(incoming()).toEqual([]);
});
