import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { settings } from "@/lib/env";

/** A new place for bytes that are still arriving, on the same disk as the store so that a rename is atomic. */
export async function temporaryPath(): Promise<string> {
  const folder = join(settings().filesDir, "incoming");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, randomUUID());
}

/** Moves a finished file into the store. The bytes are on the disk before the name is: a crash leaves all or nothing. */
export async function keep(temporary: string, sha256: string): Promise<void> {
  const target = pathOf(sha256);
  await synced(temporary);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await rename(temporary, target);
  await synced(dirname(target));
}

export async function discard(temporary: string): Promise<void> {
  await rm(temporary, { force: true });
}

/** The bytes, or null when the store does not hold them. */
export async function readStored(sha256: string): Promise<{ stream: Readable; size: number } | null> {
  const path = pathOf(sha256);
  const found = await stat(path).catch(absent);
  return found && { stream: createReadStream(path), size: found.size };
}

function pathOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError("Not a SHA-256");
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
