import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment } from "../env/early.mjs";

/** Megabytes: an import of 100,000 rows takes half of them, and a runaway job ends itself instead of the machine. */
const MEMORY = 384;
/** Behind pages in the queue for a core. */
const NICENESS = 10;
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/** The process for background work, beside the one that answers requests; started again whenever it dies. */
export function keepWorker(root: string) {
  let child: ChildProcess | undefined;
  let stopping = false;
  const abort = new AbortController();

  const keep = async () => {
    for (let wait = SHORTEST_WAIT; !stopping;) {
      const began = Date.now();
      child = start(root);
      const code = await ended(child);
      if (stopping) return;
      process.stderr.write(`The worker ended (${code}); it is started again.\n`);
      // One that dies as soon as it is up must not take the machine with it.
      wait = Date.now() - began > LONGEST_WAIT ? SHORTEST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
      await sleep(wait, undefined, { signal: abort.signal }).catch(() => {});
    }
  };
  const kept = keep();

  return {
    pid: () => child?.pid,
    /** Jobs leave off at their next good place; what takes longer is killed, and taken up again at the next start. */
    async stop(patience: number) {
      stopping = true;
      abort.abort();
      child?.kill("SIGTERM");
      const timer = setTimeout(() => child?.kill("SIGKILL"), patience);
      await kept;
      clearTimeout(timer);
    },
  };
}

function start(root: string): ChildProcess {
  const args = [`--max-old-space-size=${MEMORY}`, join(root, "lib/launch/worker.mjs"), "--tethered"];
  // Tied to us by its standard input: it ends even when we are killed.
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: childEnvironment(),
    stdio: ["pipe", "inherit", "inherit"],
  });
  child.stdin?.on("error", () => {});
  try {
    if (child.pid) setPriority(child.pid, NICENESS);
  } catch {
    // Gone already: its end is heard.
  }
  return child;
}

function ended(child: ChildProcess) {
  return new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(String(signal ?? code)));
    child.once("error", (error) => resolve(error.message));
  });
}
