import { BlockList, isIP } from "node:net";

/** What the door needs to know; made once from lib/env. */
export type Door = {
  /** The address people type, when configured; null in a local set-up. */
  publicOrigin: URL | null;
  trustedProxies: BlockList;
  /** Files of public/, as paths: these alone may be kept by caches, beside the build's own. */
  publicFiles: ReadonlySet<string>;
  dev: boolean;
};

/** @throws RangeError naming the part that is neither an address nor a network. */
export function proxyList(text: string) {
  const list = new BlockList();
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", bits] = part.split("/");
    const family = isIP(address);
    const widest = family === 6 ? 128 : 32;
    if (!family || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= widest))) {
      throw new RangeError(
        `TRUSTED_PROXIES holds "${part}", which is neither an address nor a network such as 10.0.0.0/8.`,
      );
    }
    const type = family === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(bits), type);
  }
  return list;
}
