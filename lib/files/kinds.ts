import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

/** What may be uploaded: scans of papers. */
export const mediaTypes = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
} as const;
export type MediaType = keyof typeof mediaTypes;

/** 20 MB */
export const maxFileBytes = 20 * 1024 * 1024;

const openings: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
];

/**
 * Tells a file by its content, whatever its name says; null for anything but PDF, JPEG and PNG. The first bytes come
 * first, so that archives and the like never reach the detectors that unpack.
 */
export async function kindOfFile(path: string): Promise<MediaType | null> {
  const head = await firstBytes(path, 8);
  if (!openings.some((opening) => opening.every((byte, index) => head[index] === byte))) return null;
  const found = await fileTypeFromFile(path);
  return found && found.mime in mediaTypes ? (found.mime as MediaType) : null;
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
