import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { childEnvironment } from "../env/early.mjs";

const strong = { NEXTAUTH_SECRET: "kZ3vX9qLr7Tn2WbYc8HsD4fJg6MpQeUa1oViRx5B" };
const folder = mkdtempSync(join(tmpdir(), "secrets-"));
/** Stands where the database would: nobody gets as far as to ask it anything. */
let somebody: Server;
let connections = 0;

beforeAll(async () => {
  somebody = createServer((socket) => {
    connections++;
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => somebody.once("listening", resolve));
});
afterAll(() => {
  somebody.close();
  rmSync(folder, { recursive: true });
});

function start(program: string, settings: Record<string, string>) {
  const { port } = somebody.address() as { port: number };
  const child = spawn(process.execPath, [program], {
    env: childEnvironment({
      NODE_ENV: undefined,
      NODE_OPTIONS: undefined,
      PORT: "39817",
      DATA_DIR: join(folder, "data"),
      DATABASE_URL: `postgresql://app:x@127.0.0.1:${port}/registry`,
      DATABASE_OWNER_URL: "",
      NEXTAUTH_SECRET: "",
      PERSONAL_DATA_KEY: "",
      APP_URL: "",
      NEXTAUTH_URL: "",
      OIDC_ISSUER: "",
      ...settings,
    }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, said: said.trim() })),
  );
}

it.each([
  ["NEXTAUTH_SECRET", "is missing", {}],
  ["NEXTAUTH_SECRET", "is shorter than 32 bytes", { NEXTAUTH_SECRET: "kZ3vX9qLr7Tn2WbYc8HsD4fJg6MpQeU" }],
  ["NEXTAUTH_SECRET", "looks like a default", { NEXTAUTH_SECRET: "please-change-me-please-change-me-2026" }],
  ["PERSONAL_DATA_KEY", "is missing", strong],
  ["PERSONAL_DATA_KEY", "must be 32 bytes", { ...strong, PERSONAL_DATA_KEY: "c2hvcnQ=" }],
  [
    "PERSONAL_DATA_KEY",
    "looks like a default",
    { ...strong, PERSONAL_DATA_KEY: Buffer.alloc(32, 7).toString("base64") },
  ],
])("neither the server nor the worker starts in production while %s %s", async (name, words, settings) => {
  for (const program of ["lib/launch/start.mjs", "lib/launch/worker.mjs"]) {
    const { code, said } = await start(program, settings);
    expect([program, code]).toEqual([program, 1]);
    expect(said).toMatch(new RegExp(`^${name} ${words}[^\\n]*openssl rand -base64 \\d\\d"?\\.$`));
  }
  // Nothing was begun that would have to be cleared away, and the remedy is all that stands there.
  expect(existsSync(join(folder, "data"))).toBe(false);
  expect(connections).toBeLessThanOrEqual(12);
});
