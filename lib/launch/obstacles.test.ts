import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { takeLock } from "./lock.mjs";
import * as obstacles from "./obstacles.mjs";

it.each(["18.20.4", "20.18.9", "16.0.0"])("asks for a newer Node than %s", (version) => {
  expect(() => obstacles.requireNode(version)).toThrow(/^Node 20\.19 or newer is needed, and this is .*\.$/);
});

it.each(["20.19.0", "22.0.0", "24.1.0"])("runs on Node %s", (version) => {
  expect(() => obstacles.requireNode(version)).not.toThrow();
});

it.each(["0", "65536", "x", "-1", "3000.5", "1e3"])("knows that %s is no port", (text) => {
  expect(() => obstacles.requirePortNumber(text)).toThrow(`it is "${text}"`);
});

it("finds a port in use", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await expect(obstacles.requireFreePort(port)).rejects.toThrow(`Port ${port} is in use`);
  server.close();
  await new Promise((resolve) => server.once("close", resolve));
  await obstacles.requireFreePort(port);
});

it("finds a database that does not answer, and an address that is none", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await obstacles.requireReachable(`postgresql://me:secret@127.0.0.1:${port}/honors`);
  server.close();
  await new Promise((resolve) => server.once("close", resolve));
  const refusal = obstacles.requireReachable(`postgresql://me:secret@127.0.0.1:${port}/honors`);
  await expect(refusal).rejects.toThrow(/DATABASE_URL can't be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/);
  await expect(refusal).rejects.not.toThrow("secret");
  expect(() => obstacles.databaseTarget("mysql://a/b")).toThrow("DATABASE_URL must look like");
  expect(obstacles.databaseTarget("postgresql:///honors?host=/run/pg").socket).toEqual({
    path: "/run/pg/.s.PGSQL.5432",
  });
  expect(obstacles.databaseTarget("postgresql://a@[::1]:1/b").socket).toEqual({ host: "::1", port: 1 });
});

it("finds a folder that can't be written, without making anything", () => {
  const folder = mkdtempSync(join(tmpdir(), "obstacles-"));
  writeFileSync(join(folder, "file"), "");
  obstacles.requireWritable(join(folder, "not", "there", "yet"));
  expect(() => obstacles.requireWritable(join(folder, "file", "below"))).toThrow("can't be written (ENOTDIR");
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    expect(() => obstacles.requireWritable(join(folder, "data"))).toThrow("EACCES");
    chmodSync(folder, 0o700);
  }
  expect(obstacles.requireNoOtherStart(folder)).toBeUndefined();
  takeLock(obstacles.startLock(folder), { port: 4000 });
  expect(() => obstacles.requireNoOtherStart(folder)).toThrow(/Another start \(process \d+, port 4000\)/);
  rmSync(folder, { recursive: true });
});
