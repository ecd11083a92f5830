import type { IncomingMessage, ServerResponse } from "node:http";
import { answerFault } from "./faults";

/**
 * An action's body may be good JSON, or a whole form, and still be nothing that React can make arguments of: Next answers
 * 500 then. Where no code of ours has begun, the fault is the request's, and the answer 400.
 */
export function answerUnread(
  request: IncomingMessage,
  response: ServerResponse,
  hasBegun: () => boolean,
): void {
  if (!mayCallAction(request)) return;
  const { writeHead, write, end, flushHeaders } = response;
  let answered = false;
  const isAnswered = (status: number) => {
    if (answered || status !== 500 || response.headersSent || hasBegun()) return answered;
    answered = true;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    Object.assign(response, { writeHead, write, end, flushHeaders });
    answerFault(response, "invalid");
    // Next goes on with its own answer: to nobody.
    Object.assign(response, {
      writeHead: () => response,
      write: () => true,
      end: () => response,
      flushHeaders: () => {},
    });
    return true;
  };
  Object.assign(response, {
    writeHead: (...args: Parameters<typeof writeHead>) =>
      isAnswered(args[0]) ? response : writeHead.apply(response, args),
    write: (...args: Parameters<typeof write>) =>
      isAnswered(response.statusCode) || write.apply(response, args),
    end: (...args: Parameters<typeof end>) =>
      isAnswered(response.statusCode) ? response : end.apply(response, args),
    flushHeaders: () => isAnswered(response.statusCode) || flushHeaders.call(response),
  });
}

/** A form without JavaScript names its action within. */
function mayCallAction({ method, headers }: IncomingMessage): boolean {
  return (
    method === "POST" &&
    (headers["next-action"] !== undefined ||
      /^\s*multipart\/form-data\b/i.test(headers["content-type"] ?? ""))
  );
}
