import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { setEnvironment } from "@/lib/env/early.mjs";
import { keep } from "./store";
import { temporaryPath } from "./temporary";
import { thumbnailResponse } from "./thumbnail";

const folder = mkdtempSync(join(tmpdir(), "honors-thumbnail-"));
setEnvironment({
  FILES_DIR: folder,
  DATA_DIR: folder,
  S3_BUCKET: undefined,
  NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
});
afterAll(() => rmSync(folder, { recursive: true }));

async function stored(content: Buffer, mediaType: string) {
  const path = await temporaryPath();
  writeFileSync(path, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  await keep(path, sha256);
  return { sha256, name: "扫描件", mediaType };
}
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#b3261e" } });

test("a scan comes back small, upright, and without what its camera wrote into it", async () => {
  const scan = await picture(2000, 1000)
    .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: "secret place" } } })
    .jpeg()
    .toBuffer();
  expect(scan.includes("secret place")).toBe(true);
  const answer = await thumbnailResponse(await stored(scan, "image/jpeg"));
  const bytes = Buffer.from(await answer!.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 160, height: 320 });
  expect(bytes.includes("secret place")).toBe(false);
  expect(answer!.headers.get("content-security-policy")).toContain("sandbox");
  expect(answer!.headers.get("x-content-type-options")).toBe("nosniff");
});

test("a small one stays as large as it is", async () => {
  const answer = await thumbnailResponse(await stored(await picture(40, 30).png().toBuffer(), "image/png"));
  expect(await sharp(Buffer.from(await answer!.arrayBuffer())).metadata()).toMatchObject({
    width: 40,
    height: 30,
  });
});

test("a PDF, a damaged picture and one that is gone have none", async () => {
  expect(await thumbnailResponse(await stored(Buffer.from("%PDF-1.4"), "application/pdf"))).toBeNull();
  const whole = await picture(500, 500).png().toBuffer();
  expect(await thumbnailResponse(await stored(whole.subarray(0, 60), "image/png"))).toBeNull();
  expect(await thumbnailResponse({ sha256: "0".repeat(64), name: "x", mediaType: "image/png" })).toBeNull();
});

test("a picture that claims to be a landscape of its own is not unpacked", async () => {
  const claim = await picture(10, 10).png().toBuffer();
  // The header says 100,000 by 100,000 points (with its checksum set right); there is hardly a byte behind it.
  claim.writeUInt32BE(100_000, 16);
  claim.writeUInt32BE(100_000, 20);
  claim.writeUInt32BE(crc(claim.subarray(12, 29)), 29);
  const before = process.memoryUsage.rss();
  expect(await thumbnailResponse(await stored(claim, "image/png"))).toBeNull();
  expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
});

function crc(bytes: Buffer): number {
  let sum = 0xffff_ffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb8_8320 : sum >>> 1;
  }
  return (sum ^ 0xffff_ffff) >>> 0;
}
