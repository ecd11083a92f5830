import { hostname } from "node:os";
import { isIP } from "node:net";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const ALLOWED = new Set([...SAFE, "POST", "PUT", "PATCH", "DELETE"]);

export const allowedMethods = [...ALLOWED].join(", ");

export function isAllowedMethod(method: string) {
  return ALLOWED.has(method);
}

export function mayChange(method: string) {
  return !SAFE.has(method);
}

/**
 * A browser names the page's origin with every change; a missing, opaque ("null") or foreign one is refused.
 * Without a configured address the request's own host counts, but only where it cannot be a stranger's name that
 * was pointed at this machine (DNS rebinding): loopback, a literal address, or the machine's own name.
 */
export function isOwnOrigin(origin: string | undefined, host: string, publicOrigin: URL | null) {
  if (!origin || origin === "null") return false;
  if (publicOrigin && !isLocal(publicOrigin.hostname)) return origin === publicOrigin.origin;
  if (publicOrigin && origin === publicOrigin.origin) return true;
  return isLocal(nameOf(host)) && (origin === `http://${host}` || origin === `https://${host}`);
}

function isLocal(name: string) {
  const bare = name.replace(/^\[|\]$/g, "").toLowerCase();
  return (
    bare === "localhost" ||
    bare.endsWith(".localhost") ||
    isIP(bare) !== 0 ||
    bare === hostname().toLowerCase()
  );
}

function nameOf(host: string) {
  return host.replace(/:\d+$/, "");
}
