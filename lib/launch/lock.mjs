// A lock that survives kill -9: a file that names its holder, taken over when that process is gone.
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** @typedef {{ pid: number, mark: string, note?: Record<string, unknown>, child?: { pid: number, mark: string } }} Holder */

/**
 * @param {string} file
 * @param {Record<string, unknown>} [note] told to whoever finds the lock taken
 * @returns {{ lock: ReturnType<typeof heldLock>, holder?: undefined } | { holder: Holder, lock?: undefined }}
 */
export function takeLock(file, note) {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  for (let attempt = 0; attempt < 50; attempt++) {
    writeFileSync(own, JSON.stringify({ pid: process.pid, mark: processMark(process.pid), note }));
    try {
      // link() either makes the finished file or fails: no one ever reads half a lock.
      linkSync(own, file);
      return { lock: heldLock(file) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    } finally {
      rmSync(own, { force: true });
    }
    const holder = lockHolder(file);
    if (holder) return { holder };
    breakLock(file);
  }
  throw new Error(`The lock ${file} can neither be taken nor read.`);
}

/** Who holds the lock now, or null. Reads only. @param {string} file @returns {Holder | null} */
export function lockHolder(file) {
  const holder = readHolder(file);
  return holder && isRunning(holder) ? holder : null;
}

/** @param {string} file */
function heldLock(file) {
  const release = () => {
    process.off("exit", release);
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
  };
  process.on("exit", release);
  return {
    release,
    /** Names the process group at work, so that whoever takes over a dead lock can end what was left running. */
    setChild(/** @type {number | undefined} */ pid) {
      const holder = readHolder(file);
      if (holder?.pid !== process.pid) return;
      writeFileSync(
        `${file}.new`,
        JSON.stringify({ ...holder, child: pid ? { pid, mark: processMark(pid) } : undefined }),
      );
      renameSync(`${file}.new`, file);
    },
  };
}

function breakLock(file) {
  const breaker = `${file}.breaker`;
  try {
    // Only one process may remove a dead lock, or the second would remove the first one's new lock.
    closeSync(openSync(breaker, "wx"));
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const since = statSync(breaker, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 10_000) rmSync(breaker, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    return;
  }
  try {
    const holder = readHolder(file);
    if (holder && isRunning(holder)) return;
    if (holder?.child && isRunning(holder.child)) process.kill(-holder.child.pid, "SIGKILL");
    rmSync(file, { force: true });
  } finally {
    rmSync(breaker, { force: true });
  }
}

/** @returns {Holder | null} */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isRunning({ pid, mark }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return processMark(pid) === mark;
}

/** Tells a process from a later one with the same number (after a restart of the machine or a container). */
export function processMark(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z"
      ? "gone"
      : `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${rest[18]}`;
  } catch {
    return "";
  }
}
