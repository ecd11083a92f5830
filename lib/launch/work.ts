import { join } from "node:path";
import { importTasks } from "@/lib/exchange/imports/jobs";
import { intakeOf } from "@/lib/exchange/imports/kinds";
import { systemStands } from "@/lib/db/acting";
import { startWorker } from "@/lib/jobs/worker";
import { dataKeys, settings } from "@/lib/env";
import { earlySettings } from "../env/early.mjs";
import { connect } from "./connect";
import { retention } from "./retention";
import { sealing } from "./sealing";
import { disconnect } from "./database";
import { validity } from "./validity";

type Options = { root: string; tethered: boolean; stop: AbortSignal };

/** Works off the queue until the stop signal, or until the database has gone away: then it fails, to be started anew. */
export async function work({ root, tethered, stop }: Options): Promise<void> {
  // Before the embedded server's address is known: with an address, secrets are asked for by name.
  settings();
  dataKeys();
  systemStands();
  const close = tethered ? disconnect : await connect(join(earlySettings(root).dataDir, "postgres"));
  try {
    stop.throwIfAborted();
    const worker = await startWorker(
      {
        ...importTasks(intakeOf),
        "audit.seal": sealing,
        "awards.validity": validity,
        "retention.apply": retention,
      },
      { onError: console.error },
    );
    if (!tethered) process.stdout.write("The worker waits for jobs. Ctrl-C stops it.\n");
    await Promise.race([worker.ended, aborted(stop)]);
    await worker.stop();
    if (!stop.aborted) throw new Error("The worker lost its database.");
  } finally {
    await close();
  }
}

function aborted(stop: AbortSignal) {
  return new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener("abort", () => resolve(), { once: true });
  });
}
