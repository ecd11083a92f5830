import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

/** What may be uploaded: scans of papers, and for imports workbooks. */
export const mediaTypes = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.ms-excel": ["xls", "et"],
  "text/csv": ["csv", "txt", "tsv"],
} as const;
export type MediaType = keyof typeof mediaTypes;

/** 20 MB */
export const maxFileBytes = 20 * 1024 * 1024;
/** 32 MB: 100,000 rows of 20 columns take some 12. */
export const maxWorkbookBytes = 32 * 1024 * 1024;

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

/**
 * Tells a workbook by its first bytes alone; null for what can't be one. What it holds, and whether it may be taken apart,
 * is for the reader of sheets to say, in a process where it slows nobody down.
 */
export async function kindOfWorkbook(path: string): Promise<MediaType | null> {
  const head = Buffer.from(await firstBytes(path, 4096));
  if (head.subarray(0, 4).equals(zipOpening))
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (head.subarray(0, 8).equals(oldExcelOpening)) return "application/vnd.ms-excel";
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return isUtf16 || !head.includes(0) ? "text/csv" : null;
}

const zipOpening = Buffer.from("PK\x03\x04", "latin1");
const oldExcelOpening = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Longer side of a thumbnail, in points of the screen; twice what is shown, for fine screens. */
export const thumbnailSide = 320;
