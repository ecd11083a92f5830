import { maxCellLength, maxStringBytes, maxStrings } from "./limits";
import { SheetRefusal } from "./refusal";
import { readXml } from "./xml";

export type Strings = { at: (index: number) => string };

export const noStrings: Strings = { at: () => missing() };

/** The table of shared texts, kept as UTF-8 in a few large pieces: two million strings would take four times as much. */
export async function readStrings(chunks: AsyncIterable<Uint8Array>): Promise<Strings> {
  const table = stringTable();
  let text = "";
  let taking = false;
  let phonetic = 0;
  await readXml(chunks, {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") taking = phonetic === 0;
    },
    text: (piece) => {
      if (!taking) return;
      text += piece;
      if (text.length > maxCellLength * 2) throw new SheetRefusal("sheetUnpacks");
    },
    close: (name) => {
      if (name === "t") taking = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "si") table.add(text);
    },
  });
  return table;
}

function stringTable(): Strings & { add: (text: string) => void } {
  const pieces: Buffer[] = [];
  let starts = new Uint32Array(1024);
  let piece = Buffer.alloc(0);
  let base = 0;
  let used = 0;
  let count = 0;

  const add = (text: string) => {
    const room = text.length * 3;
    if (count >= maxStrings || base + used + room > maxStringBytes) throw new SheetRefusal("sheetUnpacks");
    if (used + room > piece.length) {
      // Pieces are of one size, so that a place tells its piece.
      base = pieces.length * pieceBytes;
      piece = Buffer.allocUnsafe(pieceBytes);
      pieces.push(piece);
      used = 0;
    }
    if (count + 2 > starts.length / 2) starts = grown(starts);
    starts[count * 2] = base + used;
    used += piece.write(text, used, "utf8");
    starts[count * 2 + 1] = base + used;
    count += 1;
  };

  const at = (index: number) => {
    if (!(index >= 0 && index < count)) missing();
    const [from, to] = [starts[index * 2]!, starts[index * 2 + 1]!];
    if (from === to) return "";
    const start = from % pieceBytes;
    return pieces[(from - start) / pieceBytes]!.toString("utf8", start, start + to - from);
  };
  return { add, at };
}

const pieceBytes = 1024 * 1024;

function grown(starts: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(starts.length * 2);
  larger.set(starts);
  return larger;
}

function missing(): never {
  throw new SheetRefusal("sheetDamaged");
}
