import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { settings } from "@/lib/env";
import type { FileStore } from "./file-store";

/** Files under their SHA-256 in a folder of this machine. */
export const disk: FileStore = {
  /** The bytes are on the disk before the name is: a crash leaves all or nothing. */
  async keep(temporary, sha256) {
    const target = pathOf(sha256);
    await synced(temporary);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(temporary, target);
    await synced(dirname(target));
  },

  async read(sha256) {
    const path = pathOf(sha256);
    const found = await stat(path).catch(absent);
    return found && { stream: createReadStream(path), size: found.size };
  },

  /** Moved aside first: bytes that come in at this moment get the name anew, and those that came just before are put back. */
  async remove(sha256, before) {
    const path = pathOf(sha256);
    const aside = `${path}.gone`;
    await rename(path, aside).catch(absent);
    // Left by a run that was killed, it is decided now.
    const found = await stat(aside).catch(absent);
    if (!found) return false;
    if (found.mtime > before) {
      await rename(aside, path);
      return false;
    }
    await rm(aside);
    await synced(dirname(path));
    return true;
  },

  async withFile(sha256, work) {
    const path = pathOf(sha256);
    return (await stat(path).catch(absent)) ? work(path) : null;
  },
};

function pathOf(sha256: string): string {
  return join(settings().filesDir, sha256.slice(0, 2), sha256);
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}
