import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { kindOfFile, kindOfWorkbook, maxFileBytes, maxWorkbookBytes, type MediaType } from "./kinds";
import { displayName } from "./names";
import { scanFile, ScannerUnavailable } from "./scan";
import { keep } from "./store";
import { discard, temporaryPath } from "./temporary";

/** A file that arrived whole, was looked into, and lies in the store. */
export type ReceivedFile = { sha256: string; name: string; mediaType: MediaType; size: number };

type Arrived = { temporary: string; name: string; sha256: string; size: number; tooLarge: boolean };
type Fields = Record<string, string>;
type Wanted = {
  maxBytes: number;
  kindOf(path: string): Promise<MediaType | null>;
  /** A key under `faults.*` for a file of another kind. */
  otherKind: string;
};

const scans: Wanted = { maxBytes: maxFileBytes, kindOf: kindOfFile, otherKind: "fileNotPdfOrImage" };
const workbooks: Wanted = {
  maxBytes: maxWorkbookBytes,
  kindOf: kindOfWorkbook,
  otherKind: "sheetUnknown",
};

/** Takes the one scan of a multipart form (field "file") as it streams in; memory stays flat whatever its size. */
export function receiveFile(request: Request): Promise<Result<ReceivedFile>> {
  return receive(request, scans, {});
}

/** Takes a workbook with the other fields of its form. */
export async function receiveWorkbook(
  request: Request,
): Promise<Result<{ file: ReceivedFile; fields: Fields }>> {
  const fields: Fields = {};
  const file = await receive(request, workbooks, fields);
  return file.ok ? ok({ file: file.value, fields }) : file;
}

async function receive(request: Request, wanted: Wanted, fields: Fields): Promise<Result<ReceivedFile>> {
  try {
    return await receiveWhole(request, wanted, fields);
  } catch (error) {
    if (!isFull(error)) throw error;
    // Who keeps the machine reads it here; who uploads is told by the answer.
    process.stderr.write("FILES_DIR is full: uploads are refused until there is space.\n");
    return refuse({ code: "unavailable", fields: { file: ["storageFull"] } });
  }
}

async function receiveWhole(
  request: Request,
  { maxBytes, kindOf, otherKind }: Wanted,
  fields: Fields,
): Promise<Result<ReceivedFile>> {
  const arrived = await arrive(request, maxBytes, fields);
  if (arrived === "unreadable") return refuse({ code: "invalid", fields: { file: ["fileDamaged"] } });
  if (!arrived) return refuse({ code: "invalid", fields: { file: ["fileRequired"] } });
  try {
    if (arrived.tooLarge)
      return refuse({ code: "too_large", fields: { file: [`fileTooLarge:${maxBytes / 1024 / 1024}`] } });
    if (arrived.size === 0) return refuse({ code: "invalid", fields: { file: ["emptyFile"] } });
    const mediaType = await kindOf(arrived.temporary);
    if (!mediaType) return refuse({ code: "unsupported", fields: { file: [otherKind] } });
    const scanned = await scan(arrived.temporary);
    if (!scanned.ok) return scanned;
    await keep(arrived.temporary, arrived.sha256);
    return ok({
      sha256: arrived.sha256,
      name: displayName(arrived.name, mediaType),
      mediaType,
      size: arrived.size,
    });
  } finally {
    await discard(arrived.temporary);
  }
}

async function scan(path: string): Promise<Result<null>> {
  try {
    const verdict = await scanFile(path);
    if (verdict.kind !== "infected") return ok(null);
    return refuse({ code: "unsupported", fields: { file: [`fileInfected:${verdict.signature}`] } });
  } catch (error) {
    if (!(error instanceof ScannerUnavailable)) throw error;
    return refuse({ code: "unavailable", fields: { file: ["scannerUnavailable"] } });
  }
}

async function arrive(
  request: Request,
  maxBytes: number,
  fields: Fields,
): Promise<Arrived | "unreadable" | null> {
  const parser = parserOf(request, maxBytes);
  if (!parser || !request.body) return null;
  const temporary = await temporaryPath();
  let file: Promise<Arrived> | null = null;
  parser.on("file", (field, stream, { filename }) => {
    if (field !== "file" || file) return void stream.resume();
    file = write(stream, temporary, filename ?? "", maxBytes);
    // What cannot be written is read no further: the parser would wait for its reader for ever.
    file.catch((error: Error) => parser.destroy(error));
  });
  parser.on("field", (field, value) => void (fields[field] = value));
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), parser);
    return await (file as Promise<Arrived> | null);
  } catch (error) {
    await (file as Promise<Arrived> | null)?.catch(() => {});
    await discard(temporary);
    if (isDiskFault(error)) throw error;
    return "unreadable";
  }
}

function parserOf(request: Request, maxBytes: number): busboy.Busboy | null {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) return null;
  try {
    const limits = {
      files: 1,
      fileSize: maxBytes + 1,
      fields: 20,
      fieldSize: 10_000,
      parts: 30,
      headerPairs: 50,
    };
    return busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
  } catch {
    return null;
  }
}

async function write(stream: Readable, temporary: string, name: string, maxBytes: number): Promise<Arrived> {
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(stream, measure, createWriteStream(temporary, { flags: "wx", mode: 0o600 }));
  return { temporary, name, sha256: hash.digest("hex"), size, tooLarge: size > maxBytes };
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "";
const isFull = (error: unknown): boolean => ["ENOSPC", "EDQUOT"].includes(codeOf(error));

/** A full or failing disk is no fault of the one who uploads. */
function isDiskFault(error: unknown): boolean {
  return isFull(error) || ["EACCES", "EROFS", "EIO", "EMFILE", "ENOENT"].includes(codeOf(error));
}
