import { describe, expect, it } from "vitest";
import { clientAddress, plainAddress } from "./client-address";
import { proxyList } from "./settings";

const proxies = proxyList("10.0.0.0/8, 192.168.1.4 fd00::/8");

describe("client address", () => {
  it("is the peer when no proxy of ours stands between, whatever the caller claims", () => {
    expect(clientAddress("203.0.113.9", "1.2.3.4", proxies)).toBe("203.0.113.9");
    expect(clientAddress("::ffff:203.0.113.9", "1.2.3.4", proxies)).toBe("203.0.113.9");
  });
  it("is the last hop that is not ours behind proxies of ours", () => {
    expect(clientAddress("10.1.1.1", "6.6.6.6, 203.0.113.9, 192.168.1.4", proxies)).toBe("203.0.113.9");
    expect(clientAddress("fd00::1", "2001:db8::7", proxies)).toBe("2001:db8::7");
  });
  it("stops at what is no address", () => {
    expect(clientAddress("10.1.1.1", "1.2.3.4, <script>", proxies)).toBe("10.1.1.1");
    expect(clientAddress("10.1.1.1", undefined, proxies)).toBe("10.1.1.1");
    expect(clientAddress(undefined, "1.2.3.4", proxies)).toBe("unknown");
  });
  it("reads ports, brackets and zones away", () => {
    expect(plainAddress("1.2.3.4:567")).toBe("1.2.3.4");
    expect(plainAddress("[2001:DB8::1]:80")).toBe("2001:db8::1");
    expect(plainAddress("fe80::1%eth0")).toBe("fe80::1");
    expect(plainAddress("somewhere")).toBeNull();
  });
});

it.each(["10.0.0.0/33", "example.com", "10.0.0", "::1/200", "1.2.3.4/"])(
  "refuses %s as a trusted proxy by name",
  (part) => {
    expect(() => proxyList(`127.0.0.1,${part}`)).toThrow(`"${part}"`);
  },
);
