import { createReadStream } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { once } from "node:events";
import { settings } from "@/lib/env";

/** What the virus scanner says of a file; `unscanned` where none is set up. */
export type ScanVerdict = { kind: "clean" | "unscanned" } | { kind: "infected"; signature: string };

/** The scanner is set up and gives no answer: the file is not taken in, since nobody knows what it is. */
export class ScannerUnavailable extends Error {}

/** clamd takes that much in one piece; any size below its StreamMaxLength would do. */
const CHUNK = 64 * 1024;
const PATIENCE = 30_000;

/**
 * Has clamd look at a file (INSTREAM of its protocol, see clamd(8)): the bytes go over the wire, so that it may run on another machine.
 * @throws ScannerUnavailable when it can't be reached, gives no verdict, or takes longer than 30 s.
 */
export async function scanFile(path: string): Promise<ScanVerdict> {
  const { scanner } = settings();
  if (!scanner) return { kind: "unscanned" };
  const socket = createConnection(scanner);
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error("no answer in time")));
  try {
    await once(socket, "connect");
    const answer = readAll(socket);
    answer.catch(() => {}); // awaited below; a failure while sending comes first
    await send(socket, path);
    return verdictOf(await answer);
  } catch (error) {
    if (error instanceof ScannerUnavailable) throw error;
    throw new ScannerUnavailable("The virus scanner gave no answer", { cause: error });
  } finally {
    socket.destroy();
  }
}

/** "zINSTREAM", then pieces with their length before them, then a length of 0; the z asks for an answer that ends in NUL. */
async function send(socket: Socket, path: string): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    if (socket.destroyed || !socket.writable) return;
    socket.write(lengthOf(piece));
    if (!socket.write(piece)) await Promise.race([once(socket, "drain"), once(socket, "close")]);
  }
  socket.write(Buffer.alloc(4));
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

async function readAll(socket: Socket): Promise<string> {
  let text = "";
  for await (const piece of socket as AsyncIterable<Buffer>) {
    text += piece.toString("utf8");
    if (text.length > 10_000) break;
  }
  return text.replace(/\0.*$/s, "").trim();
}

function verdictOf(answer: string): ScanVerdict {
  if (answer === "stream: OK") return { kind: "clean" };
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found) return { kind: "infected", signature: found[1]! };
  throw new ScannerUnavailable(`The virus scanner answered "${answer.slice(0, 200)}"`);
}
