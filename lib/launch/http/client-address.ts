import { type BlockList, isIP } from "node:net";

/**
 * Whence a request comes: the peer itself, or, when the peer is a proxy of ours, the last hop of X-Forwarded-For
 * that is not. Hops further left were written by someone we do not know.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList,
) {
  let address = plainAddress(peer ?? "") ?? "unknown";
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  while (isTrusted(address, proxies)) {
    const next = plainAddress(hops.pop() ?? "");
    if (!next) break;
    address = next;
  }
  return address;
}

export function isTrusted(address: string, proxies: BlockList) {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Without a zone, port or brackets; IPv4 inside IPv6 as IPv4. Null when it is no address. */
export function plainAddress(text: string) {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1];
  const bare = (bracketed ?? withPort ?? text).replace(/%.*$/, "").toLowerCase();
  const address = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1] ?? bare;
  return isIP(address) ? address : null;
}
