import type { Readable } from "node:stream";
import { settings } from "@/lib/env";
import { disk } from "./disk";
import type { FileStore } from "./file-store";

export async function keep(temporary: string, sha256: string): Promise<void> {
  return (await storeOf(sha256)).keep(temporary, sha256);
}

export async function readStored(sha256: string): Promise<{ stream: Readable; size: number } | null> {
  return (await storeOf(sha256)).read(sha256);
}

export async function removeStored(sha256: string, before: Date): Promise<boolean> {
  return (await storeOf(sha256)).remove(sha256, before);
}

export async function withStoredFile<T>(
  sha256: string,
  work: (path: string) => Promise<T>,
): Promise<T | null> {
  return (await storeOf(sha256)).withFile(sha256, work);
}

/** As `withStoredFile`, for work that outlives the caller, such as an answer that is still being sent: the bytes are there until `release`. */
export function heldFile(sha256: string): Promise<{ path: string; release: () => void } | null> {
  return new Promise((resolve, reject) => {
    withStoredFile(
      sha256,
      (path) => new Promise<true>((done) => resolve({ path, release: () => done(true) })),
    ).then((found) => found ?? resolve(null), reject);
  });
}

/** The client of S3 is large, and most installations never need it. */
async function storeOf(sha256: string): Promise<FileStore> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError("Not a SHA-256");
  return settings().bucket ? (await import("./bucket")).bucket : disk;
}
