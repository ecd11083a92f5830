import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedDatabaseError } from "./faults";
import { beginningOf, isAlive } from "./processes";

type Holder = { pid: number; began: string | null };

/** Takes the folder for this process; a second taker is refused, a dead holder's lock is taken over. */
export function lockFolder(folder: string) {
  const path = join(folder, "lock");
  const mine = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) } satisfies Holder);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, mine, { flag: "wx", mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readHolder(path);
    if (holder && isAlive(holder.pid) && beginningOf(holder.pid) === holder.began)
      throw inUse(folder, holder.pid);
    rmSync(path, { force: true });
  }
  throw inUse(folder);
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function inUse(folder: string, pid?: number) {
  const who = pid ? ` (process ${pid})` : "";
  return new EmbeddedDatabaseError(
    "locked",
    `The database in ${folder} is already in use by another run${who}: stop it first, or choose another folder with DATA_DIR.`,
  );
}
