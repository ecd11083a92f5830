import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { maxSheetBytes } from "./limits";
import { SheetRefusal } from "./refusal";

export type SheetFormat = "xlsx" | "csv";

const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** Tells a file by its first bytes, whatever its name says. Of what is no archive, only text may be a CSV. */
export async function formatOfFile(path: string): Promise<SheetFormat> {
  const { head, size } = await beginningOf(path);
  if (size === 0) throw new SheetRefusal("emptyFile");
  if (size > maxSheetBytes) throw new SheetRefusal("fileTooLarge", maxSheetBytes / 1024 / 1024);
  if (head[0] === 0x50 && head[1] === 0x4b) return "xlsx";
  if (compound.every((byte, index) => head[index] === byte)) await refuseCompound(path);
  return "csv";
}

/** Excel before 2007, and every workbook with a password, come in the same wrapping; the names inside tell which. */
async function refuseCompound(path: string): Promise<never> {
  const name = (text: string) => Buffer.from(text, "utf16le");
  let found: string | null = null;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    if (bytes.includes(name("EncryptedPackage"))) throw new SheetRefusal("sheetEncrypted");
    if (bytes.includes(name("Workbook")) || bytes.includes(name("Book\0"))) found = "sheetOldExcel";
    rest = bytes.subarray(Math.max(0, bytes.length - 64));
  }
  throw new SheetRefusal(found ?? "sheetOtherFormat");
}

async function beginningOf(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}
