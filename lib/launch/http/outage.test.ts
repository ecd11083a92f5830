import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { DatabaseUnavailable } from "@/lib/db/faults";
import { noteOutage } from "@/lib/db/outages";
import { createDoor, listen } from "./server";
import { proxyList } from "./settings";

it("says 503 and when to come again of a page that only the database was missing for, and 500 of any other fault", async () => {
  const door = {
    publicOrigin: null,
    trustedProxies: proxyList(""),
    publicFiles: new Set<string>(),
    dev: false,
  };
  const { server, drain } = createDoor(door, {
    async handle({ url, headers }, response) {
      noteOutage(
        String(headers["x-request-id"]),
        url === "/gone" ? new DatabaseUnavailable() : new Error("ours"),
      );
      response.statusCode = 500;
      response.end("<html>");
    },
  });
  await listen(server, 0, "127.0.0.1");
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Nobody outside names a request.
  const gone = await fetch(`${at}/gone`, { headers: { "X-Request-Id": "mine" } });
  expect([gone.status, gone.headers.get("retry-after"), gone.headers.get("x-content-type-options")]).toEqual([
    503,
    "5",
    "nosniff",
  ]);
  const other = await fetch(`${at}/other`);
  expect([other.status, other.headers.get("retry-after")]).toEqual([500, null]);
  await drain(0);
});
