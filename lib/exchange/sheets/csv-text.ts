import { createReadStream } from "node:fs";
import iconv from "iconv-lite";
import { SheetRefusal } from "./refusal";

/** How a file of text is written; the names are iconv-lite's. */
export type Encoding = "utf8" | "utf16le" | "utf16be" | "gb18030";
export type TextForm = { encoding: Encoding; mark: boolean; delimiter: string; lineEnd: string };

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf8", [0xef, 0xbb, 0xbf]],
  ["utf16le", [0xff, 0xfe]],
  ["utf16be", [0xfe, 0xff]],
];

/**
 * Told by content: a byte-order mark, or strict UTF-8 to the last byte, or else GB18030, which holds GBK and GB 2312. Guessers
 * take Chinese for Big5. What holds signs that no text has is refused.
 */
export async function textFormOf(path: string): Promise<TextForm> {
  const head = await firstBytes(path, 64 * 1024);
  const marked = marks.find(([, mark]) => mark.every((byte, index) => head[index] === byte));
  const encoding = marked?.[0] ?? ((await isUtf8(path)) ? "utf8" : "gb18030");
  await refuseNoText(path, encoding);
  const beginning = iconv.decode(head, encoding);
  if (/^\s*(<!doctype|<html|<\?xml|<table|\{\\rtf|%pdf-)/i.test(beginning))
    throw new SheetRefusal("sheetOtherFormat");
  return {
    encoding,
    mark: marked !== undefined,
    delimiter: delimiterOf(beginning),
    lineEnd: lineEndOf(beginning),
  };
}

/** The text without its byte-order mark. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of createReadStream(path)) yield decoder.write(chunk as Buffer);
  yield decoder.end() ?? "";
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Control characters, noncharacters, or bytes that the encoding has no sign for: a program, an image, a damaged file. */
async function refuseNoText(path: string, encoding: Encoding): Promise<void> {
  for await (const text of readText(path, encoding))
    if (
      /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\ufffe\uffff]/.test(text) ||
      (encoding !== "utf8" && text.includes("\ufffd"))
    )
      throw new SheetRefusal("sheetNotText");
}

/** The sign that the first lines hold most of, outside quotes. */
function delimiterOf(beginning: string): string {
  const lines = beginning.replace(/"[^"]*"/g, "").split(/\r\n?|\n/, 20);
  const count = (sign: string) => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  const [best] = [",", ";", "\t"].sort((a, b) => count(b) - count(a));
  return best!;
}

function lineEndOf(beginning: string): string {
  return /\r\n?|\n/.exec(beginning)?.[0] ?? "\r\n";
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: count - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
