import type { Readable } from "node:stream";

/** Where bytes lie, under their SHA-256 and nothing else. The same bytes twice are one file. */
export type FileStore = {
  /** Takes over a finished temporary file: all of it or nothing. */
  keep(temporary: string, sha256: string): Promise<void>;
  /** The bytes, or null when the store does not hold them. */
  read(sha256: string): Promise<{ stream: Readable; size: number } | null>;
  /** Removes bytes that were put there before an instant; whether there were any. */
  remove(sha256: string, before: Date): Promise<boolean>;
  /** Does some work with a path of this machine that holds the bytes; null when the store does not hold them. */
  withFile<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T | null>;
};
