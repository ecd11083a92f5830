// `npm start` and `npm run dev`: everything from a fresh clone to a running server, in one process, so that one
// signal stops it all. Plain JavaScript on Node alone until dependencies are there.
import { rmdirSync } from "node:fs";
import { earlySettings } from "../env/early.mjs";
import { takeLock } from "./lock.mjs";
import * as obstacles from "./obstacles.mjs";
import { enterFolder, readyModules, root } from "./prelude.mjs";
import { markServing, prepare } from "./prepare.mjs";
import { reportFailure, stopSignal } from "./refusal.mjs";

/** @param {{ dev: boolean, tethered: boolean }} options */
async function start({ dev, tethered }) {
  enterFolder();
  const { dataDir, databaseUrl, host, ...early } = earlySettings(root);
  const port = obstacles.requirePortNumber(early.port);
  obstacles.requireNoOtherStart(dataDir);
  await obstacles.requireFreePort(port, host);
  if (databaseUrl) await obstacles.requireReachable(databaseUrl);
  obstacles.requireWritable(dataDir);

  const stop = stopSignal();
  if (tethered) process.stdin.on("end", () => process.emit("SIGTERM", "SIGTERM")).resume();
  const { lock, holder } = takeLock(obstacles.startLock(dataDir), { port });
  if (!lock) throw obstacles.otherStart(dataDir, holder);
  // A start that comes to nothing leaves no empty folder behind.
  process.on("exit", () => {
    try {
      rmdirSync(dataDir);
    } catch {
      // It holds data, as it should.
    }
  });
  await readyModules({ stop, mode: dev ? "development" : "production" });
  const [{ readDoor, serve }, { requireDatabase }] = await Promise.all([
    import("./serve.ts"),
    import("./database.ts"),
  ]);
  // Wrong settings and a database that turns us away are told before the build.
  readDoor(root, dev);
  await requireDatabase();
  if (!dev) await prepare({ root, build: true, stop });
  const serving = dev ? undefined : markServing(root, { port });
  await serve({ root, dev, port, host, dataDir, stop });
  serving?.release();
  lock.release();
}

const options = new Set(process.argv.slice(2));
start({ dev: options.has("--dev"), tethered: options.has("--tethered") }).then(
  () => process.exit(),
  (error) => {
    reportFailure(error);
    process.exit();
  },
);
