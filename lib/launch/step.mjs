// One long step: a child process in its own group, a line that shows it is alive, its last words if it fails.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment } from "../env/early.mjs";
import { Refusal } from "./refusal.mjs";

const QUIET = 15_000;
const LAST_LINES = 40;
/** Milliseconds for what a stopped step started to end by itself, a server with its database among them. */
const PATIENCE = 10_000;

/**
 * @param {string} title
 * @param {(tell: (line: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function showProgress(title, work) {
  const output = process.stdout;
  const began = Date.now();
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  let said = "";
  const tell = (line) => (said = line);
  const draw = () => {
    const line = `${title} … ${elapsed()}${said ? `  ${said}` : ""}`;
    output.write(`\r\x1b[K${line.slice(0, (output.columns || 80) - 1)}`);
  };
  if (!output.isTTY) output.write(`${title} …\n`);
  const timer = output.isTTY
    ? setInterval(draw, 200)
    : setInterval(() => output.write(`${title} … ${elapsed()}${said ? `  ${said}` : ""}\n`), QUIET);
  const close = (outcome) => {
    clearInterval(timer);
    output.write(`${output.isTTY ? "\r\x1b[K" : ""}${title}: ${outcome} after ${elapsed()}\n`);
  };
  try {
    const result = await work(tell);
    close("done");
    return result;
  } catch (error) {
    close(error?.name === "Stopped" ? "stopped" : "failed");
    throw error;
  }
}

/**
 * @param {{ title: string, program: string, args: string[], cwd: string, stop?: AbortSignal,
 *   environment?: Record<string, string | undefined>, onChild?: (pid: number | undefined) => void, remedy?: string }} step
 */
export function runStep({ title, program, args, cwd, stop, environment, onChild, remedy }) {
  return showProgress(title, async (tell) => {
    const lines = [];
    const hear = (text) => {
      for (const line of text
        .split(/[\r\n]+/)
        .map(plain)
        .filter(Boolean)) {
        lines.push(line);
        tell(line);
      }
      lines.splice(0, lines.length - LAST_LINES);
    };
    const code = await runGroup({ program, args, cwd, stop, environment, onChild, hear });
    if (code === 0) return;
    process.stderr.write(`${lines.join("\n")}\n`);
    throw new Refusal(
      `${title} failed (exit code ${code}); its last lines stand above.${remedy ? ` ${remedy}` : ""}`,
    );
  });
}

/**
 * Runs a program in a process group of its own, so that stopping it reaches all that it started.
 * With `hear` its output is caught, without it goes straight to the terminal.
 * @returns {Promise<number | string>} exit code, or the signal or error that ended it
 */
export async function runGroup({ program, args, cwd, stop, environment, onChild, hear }) {
  stop?.throwIfAborted();
  const child = spawn(program, args, {
    cwd,
    env: childEnvironment(environment),
    detached: true,
    stdio: hear ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  });
  if (hear) for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", hear);
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.code ?? "error"));
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
  onChild?.(child.pid);
  const signalGroup = (signal) => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, signal);
    } catch {
      return false;
    }
  };
  // As Ctrl-C would: Playwright, for one, clears up after SIGINT alone.
  const onStop = () => signalGroup("SIGINT");
  const onExit = () => signalGroup("SIGKILL");
  stop?.addEventListener("abort", onStop, { once: true });
  process.once("exit", onExit);
  try {
    await Promise.race([ended, stopped(stop)]);
    for (let waited = 0; stop?.aborted && waited < PATIENCE && signalGroup(0); waited += 100)
      await sleep(100);
    if (stop?.aborted) signalGroup("SIGKILL");
    return await ended;
  } finally {
    stop?.removeEventListener("abort", onStop);
    process.off("exit", onExit);
    onChild?.(undefined);
    stop?.throwIfAborted();
  }
}

function stopped(stop) {
  return new Promise((resolve) => stop?.addEventListener("abort", resolve, { once: true }));
}

const plain = (line) => line.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, "").trim();
