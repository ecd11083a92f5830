import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

type Piece = string | Uint8Array;
export type Part = { path: string; text: AsyncIterable<Piece> | Iterable<Piece> };
/** A part of another archive, taken over as it is packed there. */
export type PackedPart = {
  name: Buffer;
  /** Whether the name is UTF-8, as the other archive says. */
  utf8: boolean;
  method: number;
  sums: { crc: number; packed: number; plain: number };
  bytes: AsyncIterable<Buffer>;
};

/**
 * A ZIP archive (APPNOTE 6.3) in one pass: sizes and checksum follow each part in a data descriptor, as nobody knows them
 * before. Deflating runs beside the event loop; a reader who stops has the part's source closed.
 */
export async function* zip(parts: Iterable<Part | PackedPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const begin = offset;
    const put = "text" in part ? deflated(part) : takenOver(part);
    let entry: Entry;
    for (;;) {
      const { done, value } = await put.next();
      if (done) {
        entry = value;
        break;
      }
      offset += value.length;
      yield value;
    }
    const { name, flags, method, sums } = entry;
    if (Math.max(offset, sums.plain) > LIMIT)
      throw new Error(`${name.toString()} makes the archive larger than 4 GiB`);
    directory.push(
      record(
        CENTRAL,
        [VERSION, VERSION, flags, method, 0, DAY],
        [sums.crc, sums.packed, sums.plain],
        [name.length, 0, 0, 0, 0, 0, 0, begin & 0xffff, begin >>> 16],
        name,
      ),
    );
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield record(END, [0, 0, directory.length, directory.length], [entries.length, offset], [0]);
}

type Entry = { name: Buffer; flags: number; method: number; sums: PackedPart["sums"] };

async function* deflated({ path, text }: Part): AsyncGenerator<Buffer, Entry> {
  const name = Buffer.from(path, "utf8");
  const flags = FOLLOWS | UTF8;
  const sums = { crc: 0, packed: 0, plain: 0 };
  yield record(LOCAL, [VERSION, flags, DEFLATE, 0, DAY], [0, 0, 0], [name.length, 0], name);
  // A third of the work of the usual level, for files that are a tenth larger: pages share the machine with it.
  const deflate = createDeflateRaw({ level: 3 });
  const fed = pipeline(Readable.from(counted(text, sums), { highWaterMark: 1 }), deflate);
  fed.catch(() => {}); // the reader below meets the same error
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    sums.packed += chunk.length;
    yield chunk;
  }
  await fed;
  yield record(DESCRIPTOR, [], [sums.crc, sums.packed, sums.plain]);
  return { name, flags, method: DEFLATE, sums };
}

async function* takenOver({ name, utf8, method, sums, bytes }: PackedPart): AsyncGenerator<Buffer, Entry> {
  const flags = utf8 ? UTF8 : 0;
  yield record(
    LOCAL,
    [VERSION, flags, method, 0, DAY],
    [sums.crc, sums.packed, sums.plain],
    [name.length, 0],
    name,
  );
  yield* bytes;
  return { name, flags, method, sums };
}

const [LOCAL, DESCRIPTOR, CENTRAL, END] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
/** A data descriptor follows; the name is UTF-8. */
const [FOLLOWS, UTF8] = [0x0008, 0x0800];
const DEFLATE = 8;
/** 1 January 1980, the first day that ZIP knows: the file does not tell the server's clock. */
const DAY = 0x21;
const LIMIT = 0xffff_ffff;

async function* counted(text: Part["text"], tally: PackedPart["sums"]): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : Buffer.from(piece);
    tally.crc = crc32(bytes, tally.crc);
    tally.plain += bytes.length;
    yield bytes;
  }
}

/** A signature, then fields of two bytes, of four, and again of two, then bytes. */
function record(
  signature: number,
  shorts: number[],
  longs: number[],
  more: number[] = [],
  tail: Buffer = Buffer.alloc(0),
): Buffer {
  const buffer = Buffer.alloc(4 + shorts.length * 2 + longs.length * 4 + more.length * 2 + tail.length);
  let at = buffer.writeUInt32LE(signature);
  for (const value of shorts) at = buffer.writeUInt16LE(value, at);
  for (const value of longs) at = buffer.writeUInt32LE(value, at);
  for (const value of more) at = buffer.writeUInt16LE(value, at);
  tail.copy(buffer, at);
  return buffer;
}
