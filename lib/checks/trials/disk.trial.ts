import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { databaseOf, dataFolder, type Folder, type Registry, startRegistry, withQuery } from "./running";
import { signIn, type Visitor } from "./visitor";

/** Megabytes on the disk that is full soon. */
const SIZE = 6;
let folder: Folder;
let registry: Registry | undefined;
let small: string;

beforeEach(() => {
  folder = dataFolder(inject("dataDir"));
  small = join(folder.path, "small");
  mkdirSync(small);
});
afterEach(async () => {
  await registry?.stop();
  if (mayMount) execFileSync("umount", [small]);
  folder.remove();
});

const mayMount = (() => {
  const probe = dataFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", probe.path], { stdio: "ignore" });
    execFileSync("umount", [probe.path]);
    return true;
  } catch {
    return false;
  } finally {
    probe.remove();
  }
})();

test.skipIf(!mayMount)(
  "disk full for files: a clear refusal, nothing half written, and space alone mends it",
  async () => {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}m`, "tmpfs", small]);
    registry = await startRegistry(folder.path, { FILES_DIR: small });
    const recorder = await signIn(registry.url, "recorder");
    const ballast = join(small, "ballast");
    writeFileSync(ballast, Buffer.alloc(3 * 1024 * 1024));
    expect((await upload(recorder, 2)).status).toBe(201);
    // The first does not fit as it arrives; for the second not even the folder of its name can be made.
    for (const megabytes of [2, 1.5]) {
      const refused = await upload(recorder, megabytes);
      expect([refused.status, JSON.parse(refused.text)]).toEqual([
        503,
        { fault: { code: "unavailable", fields: { file: ["storageFull"] } } },
      ]);
    }
    const workbook = await send(
      recorder,
      "/exchange/imports/upload",
      "姓名,工号\n".padEnd(2 * 1024 * 1024, "甲,1\n"),
      "名单.csv",
    );
    expect([workbook.status, workbook.text]).toEqual([503, expect.stringContaining("storageFull")]);
    expect(registry.log()).toContain("FILES_DIR is full");
    expect(await filesFit(folder.path, small)).toEqual({ files: 1, rows: 1, strangers: [] });

    rmSync(ballast);
    expect((await upload(recorder, 2)).status).toBe(201);
    expect(await filesFit(folder.path, small)).toEqual({ files: 2, rows: 2, strangers: [] });
    expect((await recorder.get("/awards")).status).toBe(200);
  },
);

function upload(visitor: Visitor, megabytes: number) {
  return send(
    visitor,
    "/files",
    Buffer.concat([Buffer.from("%PDF-1.4\n"), randomBytes(megabytes * 1024 * 1024)]),
    "扫描件.pdf",
  );
}

function send(visitor: Visitor, path: string, content: Buffer | string, name: string) {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from("\r\n--x--\r\n")]);
  return visitor.post(path, body, { "Content-Type": "multipart/form-data; boundary=x" });
}

/** Every file is whole and has its row, every row its file; whatever else lies there is a stranger. */
async function filesFit(dataDir: string, store: string) {
  const paths = readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "ballast")
    .map((entry) => join(entry.parentPath, entry.name));
  const whole = paths.filter((path) =>
    path.endsWith(createHash("sha256").update(readFileSync(path)).digest("hex")),
  );
  const rows = await withQuery(databaseOf(dataDir).ownerUrl, (query) =>
    query<{ sha256: string }>("SELECT sha256 FROM stored_files"),
  );
  const strangers = paths.filter(
    (path) => !whole.includes(path) || !rows.some(({ sha256 }) => path.endsWith(sha256)),
  );
  return {
    files: paths.length,
    rows: rows.filter(({ sha256 }) => whole.some((path) => path.endsWith(sha256))).length,
    strangers,
  };
}
