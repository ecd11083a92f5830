import type { IncomingMessage, ServerResponse } from "node:http";
import { takeWait } from "@/lib/auth/waits";

/** A page that says to come again later says it by its status as well: Next gives 200 to whatever a page shows. */
export function answerWait({ headers }: IncomingMessage, response: ServerResponse): void {
  const request = String(headers["x-request-id"]);
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const seconds = status === 200 && !response.headersSent ? takeWait(request) : null;
    if (seconds === null) return writeHead(status, ...rest);
    response.setHeader("Retry-After", String(seconds));
    return writeHead(429, ...rest.filter((each) => typeof each !== "string"));
  }) as ServerResponse["writeHead"];
  response.once("close", () => takeWait(request));
}
