import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a process, or "" when there is none. */
export function commandOf(pid: number) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** When a process began, in the kernel's own count: with the pid it names one process for good. */
export function beginningOf(pid: number) {
  if (process.platform !== "linux") return null;
  return statFields(pid)?.[19] ?? null;
}

export async function waitForEnd(pid: number, milliseconds: number) {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

function isZombie(pid: number) {
  return process.platform === "linux" && statFields(pid)?.[0] === "Z";
}

// The fields after the program's name, which may itself hold spaces and parentheses.
function statFields(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}
