import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { setEnvironment } from "@/lib/env/early.mjs";
import { scanFile, ScannerUnavailable } from "./scan";

const folder = mkdtempSync(join(tmpdir(), "honors-scan-"));
const servers: Server[] = [];
afterEach(() => void servers.splice(0).forEach((server) => server.close()));
afterAll(() => rmSync(folder, { recursive: true }));

/** The test file of the European Institute for Computer Antivirus Research, which every scanner knows and nothing fears; put together here so that this source is no find itself. */
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

function file(content: string | Buffer): string {
  const path = join(folder, `${Math.random()}`);
  writeFileSync(path, content);
  return path;
}

/** A server that speaks clamd's side of INSTREAM: takes the pieces together and lets `answer` decide. */
async function daemon(answer: (content: Buffer) => string | null): Promise<void> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", (piece) => {
      received = Buffer.concat([received, piece]);
      const content = contentOf(received);
      if (!content) return;
      const said = answer(content);
      socket.end(said === null ? "" : `${said}\0`);
    });
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  setEnvironment({
    CLAMD_ADDRESS: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    NEXTAUTH_SECRET: "r9vTqK2mXw8zLpB4nYc6sDhJ0fGaEuRi",
  });
}

function contentOf(received: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (received.length < command.length) return null;
  expect(received.subarray(0, command.length).toString()).toBe(command);
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

test("every byte arrives, and the verdict comes back", async () => {
  const content = Buffer.alloc(300_000, "0123456789");
  await daemon((received) => (received.equals(content) ? "stream: OK" : "stream: Other FOUND"));
  expect(await scanFile(file(content))).toEqual({ kind: "clean" });
  expect(await scanFile(file("x"))).toEqual({ kind: "infected", signature: "Other" });
});

test.each([
  ["no answer", null],
  ["an error", "INSTREAM size limit exceeded. ERROR"],
])("%s is no verdict", async (_, said) => {
  await daemon(() => said);
  await expect(scanFile(file("x"))).rejects.toThrow(ScannerUnavailable);
});

test("nobody there is no verdict either; not set up is said", async () => {
  setEnvironment({ CLAMD_ADDRESS: "127.0.0.1:1", NEXTAUTH_SECRET: "r9vTqK2mXw8zLpB4nYc6sDhJ0fGaEuRi" });
  await expect(scanFile(file("x"))).rejects.toThrow(ScannerUnavailable);
  setEnvironment({ CLAMD_ADDRESS: undefined });
  expect(await scanFile(file("x"))).toEqual({ kind: "unscanned" });
});

// Debian's clamav-daemon is no part of the set-up: where it is not installed, the server above speaks its protocol.
test.skipIf(!existsSync("/usr/sbin/clamd"))(
  "the real daemon finds the test virus",
  async () => {
    const signature = Buffer.from(eicar).toString("hex");
    writeFileSync(join(folder, "test.ndb"), `Eicar-Test:0:*:${signature}\n`);
    const port = await freePort();
    const settings = [
      "Foreground yes",
      "TCPAddr 127.0.0.1",
      `TCPSocket ${port}`,
      `DatabaseDirectory ${folder}`,
      "FixStaleSocket yes",
    ];
    writeFileSync(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
    const clamd = spawn("/usr/sbin/clamd", ["--config-file", join(folder, "clamd.conf")], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      await new Promise<void>((ready) =>
        clamd.stdout
          .setEncoding("utf8")
          .on("data", (said: string) => said.includes("Self checking") && ready()),
      );
      setEnvironment({
        CLAMD_ADDRESS: `127.0.0.1:${port}`,
        NEXTAUTH_SECRET: "r9vTqK2mXw8zLpB4nYc6sDhJ0fGaEuRi",
      });
      expect(await scanFile(file(eicar))).toEqual({
        kind: "infected",
        signature: expect.stringContaining("Eicar-Test"),
      });
      expect(await scanFile(file("a scan of a certificate"))).toEqual({ kind: "clean" });
    } finally {
      clamd.kill();
      await once(clamd, "close");
    }
  },
  30_000,
);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
