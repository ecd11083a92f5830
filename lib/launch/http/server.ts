import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { watchBegin } from "@/lib/auth/begun";
import { discardUnread } from "./body-limit";
import { answerFault, rawFault } from "./faults";
import { admit } from "./gate";
import { contentPolicy, standingHeaders } from "./headers";
import { answerOutage } from "./outage";
import type { Door } from "./settings";
import { answerUnread } from "./unread";
import { answerWait } from "./wait";

export type Application = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** In development alone: the connection that tells the browser of changes. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
};

export function createDoor(door: Door, application: Application) {
  // A request without Host is answered in admit(), with our headers.
  const server = createServer({ requireHostHeader: false, keepAliveTimeout: 65_000 });
  const upgraded = new Set<Duplex>();
  const answers = new Set<ServerResponse>();
  let draining = false;

  const receive = (request: IncomingMessage, response: ServerResponse, awaited = false) => {
    if (draining) response.setHeader("Connection", "close");
    answers.add(response.once("close", () => answers.delete(response)));
    if (!admit(request, response, door)) return;
    if (awaited) response.writeContinue();
    // A handler may answer before it has read all: unread, the rest would keep the connection's next request waiting.
    const { socket } = request;
    response.once("finish", () => discardUnread(request, socket));
    answerOutage(request, response);
    answerWait(request, response);
    const standing = { begun: false };
    answerUnread(request, response, () => standing.begun);
    watchBegin(standing, () => application.handle(request, response)).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else answerFault(response, "unavailable", 500);
    });
  };
  server.on("request", (request, response) => receive(request, response));
  // "Expect: 100-continue": who asks before he sends is refused before he sends.
  server.on("checkContinue", (request, response) => receive(request, response, true));
  server.on("checkExpectation", (request, response) => receive(request, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const answer = (socket as { _httpMessage?: ServerResponse })._httpMessage;
    if (!socket.writable || error.code === "ECONNRESET" || answer?.headersSent) return socket.destroy();
    const status =
      error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
    const headers = {
      ...standingHeaders(door),
      "Content-Security-Policy": contentPolicy(randomUUID(), false),
      "Cache-Control": "no-store",
    };
    socket.end(rawFault(status, "invalid", headers));
  });
  const { upgrade } = application;
  if (upgrade) {
    server.on("upgrade", (request, socket, head) => {
      upgraded.add(socket.once("close", () => upgraded.delete(socket)));
      upgrade(request, socket, head).catch(() => socket.destroy());
    });
  }

  return {
    server,
    /** No new requests; those begun may finish until the time is over. */
    async drain(milliseconds: number) {
      draining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of upgraded) socket.destroy();
      // A stream of events ends with us alone: the browser asks again.
      for (const answer of answers)
        if (String(answer.getHeader("content-type")).startsWith("text/event-stream")) answer.destroy();
      // Connections kept alive close as their last answer ends.
      const sweep = setInterval(() => server.closeIdleConnections(), 100);
      await Promise.race([closed, sleep(milliseconds, undefined, { ref: false })]);
      clearInterval(sweep);
      server.closeAllConnections();
      await closed;
    },
  };
}

export function listen(server: Server, port: number, host?: string) {
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen({ port, host }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
