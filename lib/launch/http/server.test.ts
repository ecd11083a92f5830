import { connect } from "node:net";
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { begin } from "@/lib/auth/begun";
import { BODY_LIMIT } from "./body-limit";
import { type Application, createDoor, listen } from "./server";
import { type Door, proxyList } from "./settings";

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

const echo: Application["handle"] = async (request, response) => {
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) bytes += chunk.length;
  response.setHeader("X-Powered-By", "something");
  response.writeHead(200, { "Cache-Control": "public, max-age=9", "Content-Type": "application/json" });
  response.end(JSON.stringify({ headers: request.headers, bytes }));
};

async function open(handle = echo, door: Partial<Door> = {}) {
  const { server, drain } = createDoor(
    {
      publicOrigin: null,
      trustedProxies: proxyList(""),
      publicFiles: new Set(["/emblem.svg"]),
      dev: false,
      ...door,
    },
    { handle },
  );
  await listen(server, 0, "127.0.0.1");
  const address = server.address() as { port: number };
  close = () => drain(0);
  return { at: `http://127.0.0.1:${address.port}`, port: address.port, drain };
}

function raw(port: number, text: string) {
  return new Promise<string>((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket
      .setEncoding("utf8")
      .on("data", (data) => (answer += data))
      .on("close", () => resolve(answer))
      .on("error", reject);
  });
}

it("puts its headers on every answer and the nonce on the request", async () => {
  const { at } = await open();
  const answer = await fetch(`${at}/x`, {
    headers: {
      "content-security-policy": "script-src 'nonce-mine'",
      "x-client-address": "6.6.6.6",
      "x-request-path": "/y",
      "x-forwarded-for": "6.6.6.6",
    },
  });
  const { headers } = (await answer.json()) as { headers: IncomingMessage["headers"] };
  expect(headers["content-security-policy"]).toBe(answer.headers.get("content-security-policy"));
  expect(headers["content-security-policy"]).toMatch(/'nonce-[A-Za-z0-9+/]{22}=='/);
  expect(headers).toMatchObject({ "x-client-address": "127.0.0.1", "x-request-path": "/x" });
  expect(headers["x-forwarded-for"]).toBeUndefined();
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("x-powered-by")).toBeNull();
  expect(answer.headers.get("strict-transport-security")).toBeNull();
});

it("lets a handler's own policy hold beside the standing one", async () => {
  const { at } = await open(async (_request, response) => {
    response.writeHead(200, { "Content-Security-Policy": "sandbox" });
    response.end();
  });
  expect((await fetch(`${at}/x`)).headers.get("content-security-policy")).toMatch(
    /^default-src 'self'.*, sandbox$/,
  );
});

it("lets caches keep the build's files and public files alone", async () => {
  const { at } = await open();
  for (const path of ["/_next/static/a.js", "/emblem.svg?1"])
    expect((await fetch(at + path)).headers.get("cache-control")).toContain("public");
  expect((await fetch(`${at}/emblem.svg/x`)).headers.get("cache-control")).toBe("no-store");
});

it("asks for https where people come by https, and tells Next the public host", async () => {
  const { at } = await open(echo, {
    publicOrigin: new URL("https://honors.example.com"),
    trustedProxies: proxyList("127.0.0.1"),
  });
  const answer = await fetch(at, {
    headers: { "x-forwarded-for": "203.0.113.5", "x-forwarded-host": "evil.example" },
  });
  const { headers } = (await answer.json()) as { headers: IncomingMessage["headers"] };
  expect(answer.headers.get("strict-transport-security")).toContain("max-age");
  expect(headers).toMatchObject({
    "x-client-address": "203.0.113.5",
    "x-forwarded-host": "honors.example.com",
    "x-forwarded-proto": "https",
  });
});

it("refuses changes from elsewhere, strange methods and unreadable addresses, with its headers", async () => {
  const { at, port } = await open();
  const post = (headers: Record<string, string>) => fetch(at, { method: "POST", body: "x", headers });
  expect((await post({ origin: at })).status).toBe(200);
  for (const headers of [{}, { origin: "null" }, { origin: "http://evil.example" }] as Record<
    string,
    string
  >[]) {
    const answer = await post(headers);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({ fault: { code: "forbidden" } });
    expect(answer.headers.get("content-security-policy")).toContain("object-src 'none'");
  }
  expect((await fetch(`${at}/%zz`)).status).toBe(400);
  const lines = {
    "TRACE / HTTP/1.1\r\nHost: x\r\n": 405,
    "GET / HTTP/1.1\r\n": 400,
    "GET / HTTP/1.1\r\nHost: a b\r\n": 400,
    "nonsense\r\n": 400,
  };
  for (const [head, status] of Object.entries(lines)) {
    const answer = await raw(port, `${head}Connection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain("x-content-type-options: nosniff");
  }
});

it("answers 413 to too much, declared or counted, and the handler never sees it whole", async () => {
  const whole = vi.fn();
  const { at, port } = await open(async (request, response) => {
    await echo(request, response);
    whole();
  });
  const big = Buffer.alloc(BODY_LIMIT + 1);
  const declared = await fetch(at, { method: "POST", body: big, headers: { origin: at } });
  expect(declared.status).toBe(413);
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(big);
      controller.close();
    },
  });
  const counted = await fetch(at, {
    method: "POST",
    body: stream,
    duplex: "half",
    headers: { origin: at },
  } as RequestInit);
  expect(counted.status).toBe(413);
  expect(await counted.json()).toEqual({ fault: { code: "too_large" } });
  const action = await fetch(at, {
    method: "POST",
    body: big.subarray(0, 5_000_000),
    headers: { origin: at, "next-action": "40aa" },
  });
  expect(action.status).toBe(413);
  await sleep(50);
  expect(whole).not.toHaveBeenCalled();
  const asked = await raw(
    port,
    `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Length: ${BODY_LIMIT + 1}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`,
  );
  expect(asked).toMatch(/^HTTP\/1.1 413 /);
  const enough = await fetch(at, { method: "POST", body: big.subarray(1), headers: { origin: at } });
  expect(await enough.json()).toMatchObject({ bytes: BODY_LIMIT });
});

it("answers 400 to a multipart body that is none", async () => {
  const { at } = await open();
  const post = (body: string | FormData, type?: string) =>
    fetch(at, { method: "POST", body, headers: { origin: at, ...(type && { "content-type": type }) } });
  const form = new FormData();
  form.set("file", new Blob([Buffer.alloc(300_000)]), "scan.pdf");
  expect((await post(form)).status).toBe(200);
  expect((await post(new FormData())).status).toBe(200);
  expect((await post("--x\r\n\r\nfield\r\n--x--\r\n", 'multipart/form-data; boundary="x"')).status).toBe(200);
  for (const body of ["garbage", "--x\r\n\r\ncut off", "--y\r\n--y--"])
    expect((await post(body, "multipart/form-data; boundary=x")).status).toBe(400);
  expect((await post("garbage", "multipart/form-data")).status).toBe(400);
});

it("answers 400 where an action's arguments could not be made of the body, and keeps to 500 once ours has begun", async () => {
  const { at } = await open(async (request, response) => {
    for await (const _ of request as AsyncIterable<Buffer>);
    if (request.url === "/begun") begin();
    if (request.url === "/explicit") response.writeHead(500, { "Content-Type": "text/x-component" });
    else response.setHeader("Content-Type", "text/x-component").statusCode = 500;
    response.write("0:secret");
    response.end();
  });
  const post = (path: string, headers: Record<string, string>) =>
    fetch(at + path, { method: "POST", body: '["$1"]', headers: { origin: at, ...headers } });
  for (const path of ["/", "/explicit"]) {
    const answer = await post(path, { "next-action": "40aa" });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.json()).toEqual({ fault: { code: "invalid" } });
  }
  expect((await post("/begun", { "next-action": "40aa" })).status).toBe(500);
  expect((await post("/", { "content-type": "application/json" })).status).toBe(500);
});

it("lets begun requests finish when it closes, and takes no new ones", async () => {
  const { at, drain } = await open(async (_request, response) => {
    await sleep(300);
    response.end("done");
  });
  const begun = fetch(at);
  await sleep(100);
  const closing = drain(5000);
  await expect(fetch(at)).rejects.toThrow();
  expect(await (await begun).text()).toBe("done");
  await closing;
});

it("answers 500 without a word about the reason when a handler throws", async () => {
  const silenced = vi.spyOn(console, "error").mockImplementation(() => {});
  const { at } = await open(() => Promise.reject(new Error("secret")));
  const answer = await fetch(at);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("secret");
  silenced.mockRestore();
});
