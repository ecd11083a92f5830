import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { settings } from "@/lib/env";

/** A new place for bytes that are still arriving, on the same disk as the store so that a rename is atomic. */
export async function temporaryPath(): Promise<string> {
  const folder = join(settings().filesDir, "incoming");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, randomUUID());
}

export async function discard(temporary: string): Promise<void> {
  await rm(temporary, { force: true });
}
