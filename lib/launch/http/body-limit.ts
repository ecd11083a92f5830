import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import type { FaultCode } from "@/lib/kernel/result";
import { frameWatch, multipartFrame } from "./multipart";

/** A workbook may have 32 MB, a scan 20; the rest is for the form around it. */
export const BODY_LIMIT = 33 * 1024 * 1024;
/** Next's own limit for actions (next.config.js), which it answers with 500. */
const ACTION_LIMIT = 4 * 1024 * 1024;

const limitFor = ({ headers }: IncomingMessage) => (headers["next-action"] ? ACTION_LIMIT : BODY_LIMIT);

export function faultOfBody(request: IncomingMessage): FaultCode | null {
  const { headers } = request;
  if (Number(headers["content-length"] ?? 0) > limitFor(request)) return "too_large";
  return multipartFrame(headers["content-type"]) === "broken" ? "invalid" : null;
}

/**
 * Looks at the body as the parser hands pieces on and before anyone reads them, so that bodies without a declared
 * length are held too. What is refused never reaches a handler: it sees the request broken off, not ended.
 */
export function watchBody(request: IncomingMessage, refuse: (code: FaultCode) => void) {
  const frame = multipartFrame(request.headers["content-type"]);
  const watch = frame && frame !== "broken" ? frameWatch(frame) : null;
  const text: Buffer[] | null = request.headers["next-action"] && !frame ? [] : null;
  const push = request.push.bind(request);
  const limit = limitFor(request);
  let bytes = 0;
  let refused = false;
  const fault = (chunk: Buffer | null): FaultCode | null => {
    if (chunk === null)
      return (watch && !watch.isClosed()) || (text && !isJson(Buffer.concat(text))) ? "invalid" : null;
    bytes += chunk.length;
    if (bytes > limit) return "too_large";
    text?.push(chunk);
    return watch && !watch.accepts(chunk) ? "invalid" : null;
  };
  request.push = (chunk: Buffer | null) => {
    const found = refused ? null : fault(chunk);
    if (found) refuse(found);
    refused ||= found !== null;
    if (!refused) return push(chunk);
    if (chunk === null) request.socket.destroySoon();
    return true;
  };
}

/** What an action is called with. Next answers 500 to a text that is none. */
function isJson(bytes: Buffer) {
  try {
    JSON.parse(bytes.toString("utf8"));
    return true;
  } catch {
    return false;
  }
}

/**
 * Closing a connection while the caller still sends would take the answer from him, too: what is left is read and
 * thrown away for a while.
 */
export function discardRest(request: IncomingMessage, socket = request.socket) {
  if (request.complete) return;
  const timer = setTimeout(() => socket.destroy(), 10_000).unref();
  request.once("close", () => clearTimeout(timer));
}

/**
 * As above, for a body that a handler began to read and gave up: whoever held it back is passed by. By then the request may
 * have let go of its connection.
 */
export function discardUnread(request: IncomingMessage, socket: Socket) {
  if (request.complete) return;
  request.push = (chunk: Buffer | null) =>
    chunk === null ? Readable.prototype.push.call(request, null) : true;
  socket.resume();
  discardRest(request, socket);
}
