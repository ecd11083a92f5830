import type { ServerResponse } from "node:http";
import { type FaultCode, statusOf } from "@/lib/kernel/result";

/** The same shape as route handlers answer with. */
export function answerFault(
  response: ServerResponse,
  code: FaultCode,
  status = statusOf(code),
  headers: Record<string, string> = {},
) {
  const body = JSON.stringify({ fault: { code } });
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": String(body.length),
    ...headers,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

/** What Node could not even read as a request: answered on the bare socket, with the headers every answer has. */
export function rawFault(status: number, code: FaultCode, headers: Record<string, string>) {
  const body = JSON.stringify({ fault: { code } });
  const lines = Object.entries({
    ...headers,
    "Content-Type": "application/json",
    "Content-Length": body.length,
    Connection: "close",
  });
  const phrase =
    {
      400: "Bad Request",
      408: "Request Timeout",
      413: "Content Too Large",
      431: "Request Header Fields Too Large",
    }[status] ?? "Error";
  return `HTTP/1.1 ${status} ${phrase}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}
