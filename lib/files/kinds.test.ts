import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kindOfFile, kindOfWorkbook } from "./kinds";

const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const jpeg = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinds-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kind(content: string | Uint8Array, name = "scan.pdf") {
  const path = join(folder, name);
  await writeFile(path, content);
  return kindOfFile(path);
}

test("scans are told by their content, whatever they are called", async () => {
  expect(await kind(pdf)).toBe("application/pdf");
  expect(await kind(pdf, "list.exe")).toBe("application/pdf");
  expect(await kind(png, "photo.jpg")).toBe("image/png");
  expect(await kind(jpeg, "photo.png")).toBe("image/jpeg");
});

test("anything else is refused, however well it is named", async () => {
  const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]);
  const archive = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), Buffer.alloc(200)]);
  const animation = Buffer.concat([
    png.subarray(0, 33),
    Buffer.from("000000086163544c000000010000000000000000", "hex"),
    png.subarray(33),
  ]);
  for (const content of [
    "",
    "<!doctype html><script>alert(1)</script>",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "GIF89a",
    "%PDF",
    " %PDF-1.4",
    program,
    archive,
  ]) {
    expect(await kind(content)).toBeNull();
  }
  expect(await kind("<html>%PDF-1.4</html>")).toBeNull();
  expect(await kind(animation)).toBeNull();
});

test("what may be a workbook is told by its first bytes; a program, a picture and a file of nulls are none", async () => {
  const path = join(folder, "book");
  const told = async (content: string | Uint8Array) => {
    await writeFile(path, content);
    return kindOfWorkbook(path);
  };
  expect(await told(Buffer.from("PK\x03\x04 and so on", "latin1"))).toMatch(/spreadsheetml/);
  expect(await told(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("application/vnd.ms-excel");
  expect(await told("姓名,工号\n张伟,1\n")).toBe("text/csv");
  expect(await told(Buffer.from("\ufeff姓名\t工号\n", "utf16le"))).toBe("text/csv");
  expect(await told(Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]))).toBeNull();
  expect(await told(Buffer.alloc(4096))).toBeNull();
  expect(await told(png)).toBeNull();
});
