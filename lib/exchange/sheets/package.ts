import { posix } from "node:path";
import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { maxPartBytes, maxParts, maxRatio, ratioFrom } from "./limits";
import { SheetRefusal } from "./refusal";
import { type Attributes, attribute, readXml } from "./xml";

export type PartKind = keyof typeof maxPartBytes;
export type Relation = { id: string; kind: string; target: string; external: boolean };

/** The files inside a workbook (Open Packaging Conventions, ECMA-376 part 2). Nothing is unpacked but what is asked for. */
export type Package = {
  entries: readonly Entry[];
  has: (path: string) => boolean;
  entry: (path: string) => Entry;
  /** The unpacked bytes of a part; refuses what is larger than its kind may be, or than it says it is. */
  bytes: (path: string, kind: PartKind) => AsyncGenerator<Buffer>;
  /** What a part points at, its targets as paths in the package; the package itself is "". */
  relations: (path: string) => Promise<Relation[]>;
  /** The bytes of a part as they are packed. */
  packed: (entry: Entry) => AsyncGenerator<Buffer>;
  close: () => void;
};

/** Opens a package; whoever opens it closes it. Damage of the archive is a refusal, every other error a surprise. */
export async function openPackage(path: string): Promise<Package> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: false }).catch(
    damaged,
  );
  try {
    return await packageOf(zip);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function packageOf(zip: ZipFile): Promise<Package> {
  if (zip.entryCount > maxParts) throw new SheetRefusal("sheetTooManyParts");
  const parts = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const key = keyOf(entry.fileName);
      if (parts.has(key)) throw new SheetRefusal("sheetDamaged");
      parts.set(key, entry);
    }
  } catch (error) {
    damaged(error);
  }
  const entry = (path: string) => {
    const found = parts.get(keyOf(path));
    if (!found) throw new SheetRefusal("sheetDamaged");
    return found;
  };
  const bytes = (path: string, kind: PartKind) => unpack(zip, entry(path), maxPartBytes[kind]);
  const has = (path: string) => parts.has(keyOf(path));
  return {
    entries: [...parts.values()],
    has,
    entry,
    bytes,
    relations: async (path) => {
      const place = relationsOf(path);
      return has(place) ? readRelations(bytes(place, "small"), path) : [];
    },
    packed: async function* (entry) {
      yield* (await zip.openReadStreamPromise(entry, { decodeFileData: false })) as AsyncIterable<Buffer>;
    },
    close: () => zip.close(),
  };
}

async function* unpack(zip: ZipFile, entry: Entry, limit: number): AsyncGenerator<Buffer> {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (entry.isEncrypted()) throw new SheetRefusal("sheetEncrypted");
  if (![0, 8].includes(entry.compressionMethod)) throw new SheetRefusal("sheetDamaged");
  if (size > limit || (size > ratioFrom && size > packed * maxRatio)) throw new SheetRefusal("sheetUnpacks");
  let [length, sum] = [0, 0];
  try {
    const packedBytes = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    for await (const chunk of entry.compressionMethod === 0 ? packedBytes : inflated(packedBytes)) {
      length += (chunk as Buffer).length;
      if (length > size) break;
      sum = crc32(chunk as Buffer, sum);
      yield chunk as Buffer;
    }
  } catch (error) {
    damaged(error);
  }
  if (length !== size || sum !== entry.crc32) throw new SheetRefusal("sheetDamaged");
}

function inflated(packed: Readable): Readable {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  pipeline(packed, inflate, () => {}); // who reads meets the same error
  return inflate;
}

async function readRelations(bytes: AsyncIterable<Buffer>, path: string): Promise<Relation[]> {
  const found: Relation[] = [];
  const folder = posix.dirname(`/${path}`);
  const add = (values: Attributes) => {
    const external = attribute(values, "TargetMode") === "External";
    const target = attribute(values, "Target") ?? "";
    found.push({
      id: attribute(values, "Id") ?? "",
      // Transitional and strict workbooks differ in all but the last word.
      kind: (attribute(values, "Type") ?? "").replace(/^.*\//, ""),
      target: external ? target : posix.resolve(folder, target).slice(1),
      external,
    });
  };
  await readXml(bytes, { open: (name, values) => name === "Relationship" && add(values) });
  return found;
}

/** xl/workbook.xml → xl/_rels/workbook.xml.rels */
function relationsOf(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** Names of parts are equal whatever their case (part 2, 6.2.2.3). */
function keyOf(path: string): string {
  return path.toLowerCase();
}

function damaged(error: unknown): never {
  if (error instanceof SheetRefusal) throw error;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (["ENOENT", "EACCES", "EIO", "EMFILE", "ENFILE"].includes(code)) throw error;
  throw new SheetRefusal("sheetDamaged");
}
