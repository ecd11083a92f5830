import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { noteWait } from "@/lib/auth/waits";
import { createDoor, listen } from "./server";
import { proxyList } from "./settings";

it("says 429 and when to come again of a page that shows it, and 200 of any other", async () => {
  const door = {
    publicOrigin: null,
    trustedProxies: proxyList(""),
    publicFiles: new Set<string>(),
    dev: false,
  };
  const { server, drain } = createDoor(door, {
    async handle({ url, headers }, response) {
      if (url === "/again") noteWait(String(headers["x-request-id"]), 900);
      response.end("<html>");
    },
  });
  await listen(server, 0, "127.0.0.1");
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const again = await fetch(`${at}/again`, { headers: { "X-Request-Id": "mine" } });
  expect([again.status, again.headers.get("retry-after"), again.headers.get("cache-control")]).toEqual([
    ...[429, "900", "no-store"],
  ]);
  const other = await fetch(`${at}/other`);
  expect([other.status, other.headers.get("retry-after")]).toEqual([200, null]);
  await drain(0);
});
