import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockHolder, processMark, takeLock } from "./lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = () => join(folder, "deep", "a.lock");

it("is held by one, who is named to the others, and is free after release", () => {
  const { lock } = takeLock(file(), { port: 3000 });
  expect(takeLock(file()).holder).toMatchObject({ pid: process.pid, note: { port: 3000 } });
  lock?.release();
  expect(lockHolder(file())).toBeNull();
  expect(readdirSync(join(folder, "deep"))).toEqual([]);
});

it("is taken over from a process that is gone, or from a number that another process now has", () => {
  takeLock(file()).lock?.release();
  for (const holder of [
    { pid: 2 ** 22 + 1, mark: "" },
    { pid: process.pid, mark: "another boot/1" },
  ]) {
    writeFileSync(file(), JSON.stringify(holder));
    expect(lockHolder(file())).toBeNull();
    const { lock } = takeLock(file());
    expect(lock).toBeDefined();
    lock?.release();
  }
});

it("is taken over when nobody can read it", () => {
  takeLock(file()).lock?.release();
  writeFileSync(file(), "{");
  expect(takeLock(file()).lock).toBeDefined();
});

it("ends what a dead holder left running", async () => {
  takeLock(file()).lock?.release();
  const left = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
  const ended = new Promise((resolve) => left.once("exit", (_code, signal) => resolve(signal)));
  const pid = left.pid ?? 0;
  writeFileSync(
    file(),
    JSON.stringify({ pid: 2 ** 22 + 1, mark: "", child: { pid, mark: processMark(pid) } }),
  );
  takeLock(file());
  expect(await ended).toBe("SIGKILL");
});

it("has one winner when many want a dead one at once", async () => {
  takeLock(file()).lock?.release();
  writeFileSync(file(), JSON.stringify({ pid: 2 ** 22 + 1, mark: "" }));
  const script = `import("${new URL("./lock.mjs", import.meta.url).href}").then(({ takeLock }) => {
    const { lock } = takeLock(${JSON.stringify(file())});
    process.stdout.write(lock ? "won" : "lost");
    setTimeout(() => {}, 800);
  })`;
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
      return new Promise<string>((resolve) =>
        child.stdout.once("data", (data: Buffer) => resolve(data.toString())),
      );
    }),
  );
  expect(outcomes.sort()).toEqual(["lost", "lost", "lost", "lost", "lost", "won"]);
  expect(() => JSON.parse(readFileSync(file(), "utf8")) as unknown).not.toThrow();
});
