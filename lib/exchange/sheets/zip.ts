import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

export type Part = { path: string; text: AsyncIterable<string> | Iterable<string> };

/**
 * A ZIP archive (APPNOTE 6.3) in one pass: sizes and checksum follow each part in a data descriptor, as nobody knows them
 * before. Deflating runs beside the event loop; a reader who stops has the part's source closed.
 */
export async function* zip(parts: Iterable<Part>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of parts) {
    const name = Buffer.from(path, "utf8");
    const begin = offset;
    const tally = { crc: 0, plain: 0, packed: 0 };
    yield record(LOCAL, [VERSION, FLAGS, DEFLATE, 0, DAY], [0, 0, 0], [name.length, 0], name);
    offset += 30 + name.length;

    const deflate = createDeflateRaw();
    const fed = pipeline(Readable.from(counted(text, tally), { highWaterMark: 1 }), deflate);
    fed.catch(() => {}); // the reader below meets the same error
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      tally.packed += chunk.length;
      yield chunk;
    }
    await fed;

    offset += tally.packed + 16;
    if (Math.max(offset, tally.plain) > LIMIT) throw new Error(`${path} makes the archive larger than 4 GiB`);
    const sums = [tally.crc, tally.packed, tally.plain];
    yield record(DESCRIPTOR, [], sums);
    directory.push(
      record(
        CENTRAL,
        [VERSION, VERSION, FLAGS, DEFLATE, 0, DAY],
        sums,
        [name.length, 0, 0, 0, 0, 0, 0, begin & 0xffff, begin >>> 16],
        name,
      ),
    );
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield record(END, [0, 0, directory.length, directory.length], [entries.length, offset], [0]);
}

const [LOCAL, DESCRIPTOR, CENTRAL, END] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
/** A data descriptor follows; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980, the first day that ZIP knows: the file does not tell the server's clock. */
const DAY = 0x21;
const LIMIT = 0xffff_ffff;

type Tally = { crc: number; plain: number; packed: number };

async function* counted(text: Part["text"], tally: Tally): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece, "utf8");
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
