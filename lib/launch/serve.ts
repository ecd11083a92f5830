import { readdirSync } from "node:fs";
import { join } from "node:path";
import { asNobody } from "@/lib/db/acting";
import { dataKeys, settings } from "@/lib/env";
import { type DemonstrationAccount, openDatabase } from "./database";
import { createDoor, listen } from "./http/server";
import { type Door, proxyList } from "./http/settings";
import { portRefusal } from "./obstacles.mjs";
import { Refusal } from "./refusal.mjs";
import { showProgress } from "./step.mjs";
import { keepWorker } from "./worker-child";

/** Begun requests have this long after SIGTERM; the rest of ten seconds is for the database. */
const PATIENCE = 7000;

export type ServeOptions = {
  root: string;
  dev: boolean;
  port: number;
  host?: string;
  dataDir: string;
  stop: AbortSignal;
};

/** Settings that the HTTP layer needs, read before anything slow: a wrong one is told at once. */
export function readDoor(root: string, dev: boolean): Door {
  const { publicUrl, trustedProxies } = settings();
  dataKeys();
  try {
    return {
      publicOrigin: publicUrl ? new URL(publicUrl) : null,
      trustedProxies: proxyList(trustedProxies),
      publicFiles: new Set(publicPaths(join(root, "public"))),
      dev,
    };
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

/** Runs until the stop signal, then closes in order: requests and jobs, Next, database. */
export async function serve(options: ServeOptions) {
  const { root, dev, port, host, dataDir, stop } = options;
  const door = readDoor(root, dev);
  // Next loads while the database starts; no page runs before both are there.
  const preparing = prepareNext(options);
  preparing.catch(() => {});
  const database = await openDatabase(dataDir, stop);
  try {
    const application = await preparing;
    stop.throwIfAborted();
    const handle = application.getRequestHandler();
    const { server, drain } = createDoor(door, {
      handle: (request, response) => asNobody(() => handle(request, response)),
      ...(dev && { upgrade: application.getUpgradeHandler() }),
    });
    await listen(server, port, host).catch((error) => Promise.reject(portRefusal(error, port, host)));
    announce(door.publicOrigin?.origin ?? `http://localhost:${port}`, database.accounts);
    // Begun last: its start takes a core for a second, and nobody waits for it.
    const worker = settings().worker ? keepWorker(root) : null;
    await stopped(stop);
    process.stdout.write("Stopping: begun requests may finish …\n");
    await Promise.all([drain(PATIENCE), worker?.stop(PATIENCE)]);
    await application.close();
  } finally {
    await database.close();
    process.stdout.write("Stopped.\n");
  }
}

async function prepareNext({ root, dev, port, host }: ServeOptions) {
  const { default: next } = await import("next");
  const application = next({ dir: root, dev, port, hostname: host ?? "localhost", customServer: true });
  const prepare = () => application.prepare();
  await (dev ? showProgress("Preparing the development server", prepare) : prepare());
  return application;
}

function stopped(stop: AbortSignal) {
  return new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener("abort", () => resolve(), { once: true });
  });
}

function announce(address: string, accounts: DemonstrationAccount[]) {
  const lines = ["", `  The honors registry runs at ${address}`];
  if (accounts.length > 0) {
    const width = Math.max(...accounts.map(({ username }) => username.length));
    const password = Math.max(...accounts.map((account) => account.password.length));
    lines.push("  It holds demonstration data. Sign in as:", "");
    for (const account of accounts) {
      lines.push(
        `    ${account.username.padEnd(width)}  ${account.password.padEnd(password)}  ${account.roleZh} ${account.roleEn}`,
      );
    }
  }
  process.stdout.write(`${[...lines, "", "  Ctrl-C stops it.", ""].join("\n")}\n`);
}

function publicPaths(folder: string, prefix = ""): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}/${entry.name}`;
    return entry.isDirectory() ? publicPaths(join(folder, entry.name), path) : [path];
  });
}
