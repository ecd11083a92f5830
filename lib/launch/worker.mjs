// `npm run worker`, and the child of `npm start` and `npm run dev`: background work in a process of its own.
import { enterFolder, readyModules, root } from "./prelude.mjs";
import { reportFailure, stopSignal } from "./refusal.mjs";

/** @param {{ tethered: boolean }} options */
async function run({ tethered }) {
  enterFolder();
  const stop = stopSignal();
  if (tethered) process.stdin.on("end", () => process.emit("SIGTERM", "SIGTERM")).resume();
  await readyModules({ stop, mode: "production", prepared: tethered });
  const { work } = await import("./work.ts");
  await work({ root, tethered, stop });
}

run({ tethered: process.argv.includes("--tethered") }).then(
  () => process.exit(),
  (error) => {
    reportFailure(error);
    process.exit();
  },
);
