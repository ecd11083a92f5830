import type { IncomingMessage, ServerResponse } from "node:http";
import { takeOutage } from "@/lib/db/outages";

/** A page that could not be made because the database did not answer: come again, says the status. */
export function answerOutage({ headers }: IncomingMessage, response: ServerResponse): void {
  const request = String(headers["x-request-id"]);
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || response.headersSent || !takeOutage(request)) return writeHead(status, ...rest);
    response.setHeader("Retry-After", "5");
    return writeHead(503, ...rest.filter((each) => typeof each !== "string"));
  }) as ServerResponse["writeHead"];
  // Known too late to be said, or of a part of the page alone: nobody asks for it any more.
  response.once("close", () => takeOutage(request));
}
