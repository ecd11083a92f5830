import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Door } from "./settings";

/**
 * Scripts run by nonce alone, so every page must be rendered for its request; ours are, as they read cookies.
 * Inline styles stay allowed: the menus and messages of radix-ui place themselves by them.
 */
export function contentPolicy(nonce: string, dev: boolean) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** On every answer, whatever it is. */
export function standingHeaders({ publicOrigin }: Pick<Door, "publicOrigin">): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(publicOrigin?.protocol === "https:" && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}

export function isCacheable(target: string, { publicFiles, dev }: Pick<Door, "publicFiles" | "dev">) {
  const path = target.split("?", 1)[0] ?? "";
  return !dev && (path.startsWith("/_next/static/") || publicFiles.has(path));
}

/** Sets headers at the last moment, over whatever the handler said of them. */
export function imposeHeaders(
  response: ServerResponse,
  finalHeaders: (status: number) => Record<string, string>,
) {
  const writeHead = response.writeHead.bind(response) as (status: number, phrase?: string) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const phrase = typeof rest[0] === "string" ? rest[0] : undefined;
    if (!response.headersSent) {
      takeOver(
        response,
        rest.find((each) => typeof each === "object"),
      );
      // A handler's own policy, such as a download's sandbox, holds beside ours: browsers enforce both.
      const own = response.getHeader("Content-Security-Policy");
      for (const [name, value] of Object.entries(finalHeaders(status))) response.setHeader(name, value);
      if (own) response.appendHeader("Content-Security-Policy", String(own));
      response.removeHeader("X-Powered-By");
    }
    return writeHead(status, phrase);
  }) as ServerResponse["writeHead"];
}

/** Headers given to writeHead would pass by those imposed: set them first, in all three shapes it takes. */
function takeOver(response: ServerResponse, given: unknown) {
  if (!given) return;
  const pairs = Array.isArray(given) ? pairsOf(given) : Object.entries(given as OutgoingHttpHeaders);
  const seen = new Set<string>();
  for (const [name, value] of pairs) {
    if (value === undefined) continue;
    if (seen.has(name.toLowerCase())) response.appendHeader(name, value as string | string[]);
    else response.setHeader(name, value);
    seen.add(name.toLowerCase());
  }
}

function pairsOf(list: unknown[]): [string, OutgoingHttpHeader | undefined][] {
  if (Array.isArray(list[0])) return list as [string, OutgoingHttpHeader][];
  return list.flatMap((name, at) => (at % 2 ? [] : [[String(name), list[at + 1] as OutgoingHttpHeader]]));
}
