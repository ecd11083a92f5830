import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setEnvironment } from "@/lib/env/early.mjs";
import { keep, readStored, removeStored, withStoredFile } from "./store";
import { temporaryPath } from "./temporary";

const folder = mkdtempSync(join(tmpdir(), "honors-bucket-"));
const server = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: join(folder, "s3"),
  configureBuckets: [{ name: "honors", configs: [] }],
});

beforeAll(async () => {
  const { port } = await server.run();
  setEnvironment({
    ...{
      FILES_DIR: join(folder, "files"),
      DATA_DIR: folder,
      NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
    },
    ...{
      S3_BUCKET: "honors",
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY: "S3RVER",
      S3_SECRET_KEY: "S3RVER",
    },
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function put(content: Buffer): Promise<string> {
  const path = await temporaryPath();
  writeFileSync(path, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  await keep(path, sha256);
  return sha256;
}
const left = () => readdirSync(join(folder, "files", "incoming"));

test("what goes into the bucket comes back byte for byte, and nothing stays on this machine", async () => {
  // Larger than one part of a stream, and no text.
  const content = randomBytes(3_000_001);
  const sha256 = await put(content);
  expect(await put(content)).toBe(sha256);
  const stored = await readStored(sha256);
  expect(stored!.size).toBe(content.length);
  expect((await buffer(stored!.stream)).equals(content)).toBe(true);
  expect(left()).toEqual([]);
});

test("work that needs a path gets one for as long as it takes, even when it fails", async () => {
  const sha256 = await put(Buffer.from("台账"));
  expect(await withStoredFile(sha256, async (path) => readFileSync(path, "utf8"))).toBe("台账");
  await expect(withStoredFile(sha256, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(left()).toEqual([]);
});

test("what has come to its time is removed, what came in since is not", async () => {
  const sha256 = await put(Buffer.from("到期"));
  expect(await removeStored(sha256, new Date(Date.now() - 60_000))).toBe(false);
  expect(await removeStored(sha256, new Date(Date.now() + 60_000))).toBe(true);
  expect(await readStored(sha256)).toBeNull();
  expect(await removeStored(sha256, new Date())).toBe(false);
});

test("what the bucket does not hold is nothing; a bucket that is not there is an error", async () => {
  expect(await readStored("0".repeat(64))).toBeNull();
  expect(await withStoredFile("0".repeat(64), async () => 1)).toBeNull();
  setEnvironment({ S3_ENDPOINT: "http://127.0.0.1:1" });
  await expect(readStored("0".repeat(64))).rejects.toThrow();
});
