import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FaultCode } from "@/lib/kernel/result";
import { isWellFormedHost, isWellFormedTarget } from "./address-line";
import { discardRest, faultOfBody, watchBody } from "./body-limit";
import { clientAddress, isTrusted, plainAddress } from "./client-address";
import { answerFault } from "./faults";
import { contentPolicy, imposeHeaders, isCacheable, standingHeaders } from "./headers";
import { allowedMethods, isAllowedMethod, isOwnOrigin, mayChange } from "./origin";
import type { Door } from "./settings";

/** Headers that only we may write: a caller's own are dropped before ours are set. */
const OURS = [
  "x-client-address",
  "x-request-id",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-nonce",
];
const FROM_PROXY = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
];

/** Lets a request in, dressed for the application, or answers it here. */
export function admit(request: IncomingMessage, response: ServerResponse, door: Door) {
  const policy = contentPolicy(randomBytes(16).toString("base64"), door.dev);
  dressAnswer(request, response, door, policy);
  const method = request.method ?? "";
  const { host, origin } = request.headers;
  const bodyFault = faultOfBody(request);
  if (!isAllowedMethod(method)) answerFault(response, "invalid", 405, { Allow: allowedMethods });
  else if (!isWellFormedHost(host) || !isWellFormedTarget(request.url ?? ""))
    answerFault(response, "invalid");
  else if (mayChange(method) && !isOwnOrigin(origin, host, door.publicOrigin))
    answerFault(response, "forbidden");
  else if (bodyFault) answerFault(response, bodyFault);
  else {
    watchBody(request, (code) => breakOff(request, response, code));
    dressRequest(request, host, door, policy);
    return true;
  }
  discardRest(request);
  return false;
}

function dressAnswer(request: IncomingMessage, response: ServerResponse, door: Door, policy: string) {
  const standing = { ...standingHeaders(door), "Content-Security-Policy": policy };
  const cacheable = isCacheable(request.url ?? "", door);
  imposeHeaders(response, (status) => {
    const keep = cacheable && (status === 200 || status === 206 || status === 304);
    return keep ? standing : { ...standing, "Cache-Control": "no-store" };
  });
}

function breakOff(request: IncomingMessage, response: ServerResponse, code: FaultCode) {
  // Whoever still writes an answer to the broken-off request writes to nobody.
  response.on("error", () => {});
  if (!response.headersSent) answerFault(response, code, undefined, { Connection: "close" });
  discardRest(request);
}

function dressRequest(
  request: IncomingMessage,
  host: string,
  { publicOrigin, trustedProxies }: Door,
  policy: string,
) {
  const { headers, socket } = request;
  const peer = socket.remoteAddress;
  const address = clientAddress(peer, headers["x-forwarded-for"] as string | undefined, trustedProxies);
  const fromProxy = isTrusted(plainAddress(peer ?? "") ?? "", trustedProxies);
  for (const name of fromProxy ? OURS : [...OURS, ...FROM_PROXY]) delete headers[name];
  headers["x-client-address"] = address;
  // What a request failed for is told by this name (lib/db/outages).
  headers["x-request-id"] = randomUUID();
  // Layouts and redirects to sign-in have no other way to the page's own address.
  headers["x-request-path"] = request.url;
  // Pages don't know their own address; sign-in leads back to it.
  headers["x-request-path"] = request.url ?? "/";
  // Next takes the nonce for its own scripts from here.
  headers["content-security-policy"] = policy;
  // One truth for Next's own comparison of Origin and for absolute addresses.
  headers["x-forwarded-host"] = publicOrigin?.host ?? host;
  headers["x-forwarded-proto"] = publicOrigin?.protocol.slice(0, -1) ?? "http";
}
