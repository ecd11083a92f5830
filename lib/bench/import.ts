import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { systemStands } from "@/lib/db/acting";
import { closeDatabase, db } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import { migrateDatabase } from "@/lib/db/migrate";
import { closePool } from "@/lib/db/pool";
import { childEnvironment, setEnvironment } from "@/lib/env/early.mjs";
import { bareCopy } from "./bare-copy";
import type { Measured } from "./measure";
import type { Order, Steps } from "./steps";
import { storeWorkbook } from "./workbook";
import { plantWorld, size } from "./world";

/*
 * npm run bench:import [-- --rows 20000 --state draft]: takes a workbook of awards through the importer's own steps, on a
 * database server of its own, and writes down how long each took and how much memory it held.
 */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    state: { type: "string", default: "submitted" },
  },
});
const rowCount = Number(values.rows);
const folder = mkdtempSync(join(tmpdir(), "honors-bench-"));
// As root the server runs as another user, who must get in.
chmodSync(folder, 0o755);
const say = (text: string) => process.stdout.write(`${text}\n`);

systemStands();
const server = await startEmbedded({ directory: join(folder, "postgres") });
try {
  setEnvironment({
    ...{ DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl, DATA_DIR: folder },
    ...{ NEXTAUTH_SECRET: random(48), PERSONAL_DATA_KEY: random(32) },
  });
  say("set up …");
  await migrateDatabase(server);
  await plantWorld(server.ownerUrl);
  const file = await storeWorkbook(rowCount);
  const steps = await runSteps({ file, rowCount, state: values.state, answer: join(folder, "steps.json") });
  report(steps, await db.awardRecipient.count(), await bareCopy(server.ownerUrl, folder));
} finally {
  await closeDatabase();
  await closePool();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The steps run in a process of their own, with the memory that the worker has (lib/launch/worker-child.ts). */
async function runSteps(order: Order): Promise<Steps> {
  const program = fileURLToPath(new URL("./steps.ts", import.meta.url));
  const flags = ["--max-old-space-size=384", "--conditions=react-server", "--no-warnings", "--import", "tsx"];
  const child = spawn(process.execPath, [...flags, program, JSON.stringify(order)], {
    env: childEnvironment(),
    stdio: "inherit",
  });
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
  if (code !== 0) throw new Error(`The import ended with ${String(code)}.`);
  return JSON.parse(readFileSync(order.answer, "utf8")) as Steps;
}

function report({ open, check, apply, confirm }: Steps, recipients: number, copySeconds: number): void {
  const line = (name: string, { seconds, cpuSeconds, peakMegabytes }: Measured) =>
    `| ${name} | ${seconds.toFixed(1)} s | ${Math.round(rowCount / seconds)} | ${(seconds / copySeconds).toFixed(0)} | ${cpuSeconds.toFixed(1)} s | ${Math.round(peakMegabytes)} MB |`;
  say(
    [
      "",
      `${rowCount} rows with ${recipients} recipients, ${values.state}; ${size.employees} employees; Node ${process.versions.node}, ${cpus().length} cores.`,
      "",
      "| step | time | rows/s | times a bare COPY | CPU of the worker | its peak memory |",
      "| --- | --- | --- | --- | --- | --- |",
      line("open", open),
      line("check", check),
      line("apply", apply),
      ...(confirm ? [line("confirm", confirm)] : []),
      `| bare COPY | ${copySeconds.toFixed(1)} s | ${Math.round(rowCount / copySeconds)} | 1 | | |`,
    ].join("\n"),
  );
  mkdirSync("test-results", { recursive: true });
  const result = { rowCount, state: values.state, recipients, open, check, apply, confirm, copySeconds };
  writeFileSync(join("test-results", "bench-import.json"), `${JSON.stringify(result, null, 2)}\n`);
}

function random(bytes: number): string {
  return randomBytes(bytes).toString("base64");
}
