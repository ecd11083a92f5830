import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between the app and its database, and can take it away: what the app sees when the network or the server goes. */
export type Switch = { url: string; off(): void; on(): void; close(): Promise<void> };

export async function switchBefore(databaseUrl: string): Promise<Switch> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isOn = true;
  const server = createServer((near) => {
    const keep = (socket: Socket) =>
      sockets.add(socket.once("close", () => sockets.delete(socket)).on("error", () => {}));
    keep(near);
    if (!isOn) return near.resetAndDestroy();
    const far = connect(Number(target.port), target.hostname);
    keep(far);
    near.pipe(far).pipe(near);
    near.once("close", () => far.destroy());
    far.once("close", () => near.destroy());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    off() {
      isOn = false;
      for (const socket of sockets) socket.resetAndDestroy();
    },
    on: () => void (isOn = true),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
