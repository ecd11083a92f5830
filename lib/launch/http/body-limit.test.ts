import { Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { type Application, createDoor, listen } from "./server";
import { proxyList } from "./settings";

it("takes the next request of a connection whose last one was answered before it was read", async () => {
  const handle: Application["handle"] = async (request, response) => {
    if (request.method === "POST") {
      // As Next does: a web stream that is given up.
      const body = Readable.toWeb(request).getReader();
      await body.read();
      body.releaseLock();
    }
    response.writeHead(request.method === "POST" ? 503 : 200).end();
  };
  const door = {
    publicOrigin: null,
    trustedProxies: proxyList(""),
    publicFiles: new Set<string>(),
    dev: false,
  };
  const { server, drain } = createDoor(door, { handle });
  await listen(server, 0, "127.0.0.1");
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (method: string, body?: Buffer) =>
    new Promise<number | undefined>((resolve, reject) =>
      request(at, { agent, method, headers: { origin: at } }, (answer) => {
        answer.resume().once("end", () => resolve(answer.statusCode));
      })
        .once("error", reject)
        .end(body),
    );
  expect(await send("POST", Buffer.alloc(4 * 1024 * 1024))).toBe(503);
  expect(await send("GET")).toBe(200);
  agent.destroy();
  await drain(0);
}, 8_000);
