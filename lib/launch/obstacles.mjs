// What would stop a start, found out before any slow work and without leaving a trace on disk.
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { lockHolder } from "./lock.mjs";
import { Refusal } from "./refusal.mjs";

export const OLDEST_NODE = [20, 19];

/** @param {string} version */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Refusal(
    `Node ${OLDEST_NODE.join(".")} or newer is needed, and this is ${version}: install a newer one from https://nodejs.org.`,
  );
}

/** @param {string} text @returns {number} */
export function requirePortNumber(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 1 && port <= 65535) return port;
  throw new Refusal(`PORT must be a whole number from 1 to 65535, and it is "${text}".`);
}

export const startLock = (dataDir) => join(dataDir, "start.lock");

/** @param {string} dataDir */
export function requireNoOtherStart(dataDir) {
  const holder = lockHolder(startLock(dataDir));
  if (holder) throw otherStart(dataDir, holder);
}

export function otherStart(dataDir, { pid, note }) {
  return new Refusal(
    `Another start (process ${pid}, port ${note?.port ?? "unknown"}) is already using ${dataDir}: stop it first, or set DATA_DIR and PORT to others.`,
  );
}

/** @param {string} dataDir */
export function requireWritable(dataDir) {
  let path = dataDir;
  while (!existsSync(path) && path !== dirname(path)) path = dirname(path);
  try {
    if (!statSync(path).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `${dataDir} can't be written (${error.code} at ${path}): make it writable for this user, or set DATA_DIR to another folder.`,
    );
  }
}

/** @param {number} port @param {string} [host] */
export function requireFreePort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(portRefusal(error, port, host)));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}

export function portRefusal(error, port, host) {
  if (error.code === "EADDRINUSE")
    return new Refusal(
      `Port ${port} is in use by another program: stop it, or choose another port, as in PORT=${port === 65535 ? 3001 : port + 1} npm start.`,
    );
  if (error.code === "EACCES")
    return new Refusal(`Port ${port} may not be used by this user: choose one above 1023 with PORT.`);
  return new Refusal(
    `The address ${host ?? "*"}:${port} can't be used (${error.code}): check HOST and PORT.`,
  );
}

/** Does anything listen where DATABASE_URL points? A name and password are tried later, when the driver is there. */
export function requireReachable(databaseUrl) {
  const target = databaseTarget(databaseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect({ ...target.socket, timeout: 5000 });
    const refuse = (why) => {
      socket.destroy();
      reject(
        new Refusal(
          `The database of DATABASE_URL can't be reached at ${target.name} (${why}): start it, or correct DATABASE_URL.`,
        ),
      );
    };
    socket.once("connect", () => (socket.destroy(), resolve(undefined)));
    socket.once("timeout", () => refuse("no answer in 5 s"));
    socket.once("error", (error) => refuse(error.code ?? "failed"));
  });
}

/** @param {string} databaseUrl */
export function databaseTarget(databaseUrl) {
  let url;
  try {
    url = new URL(databaseUrl);
  } catch {
    url = null;
  }
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Refusal("DATABASE_URL must look like postgresql://user:password@host:5432/database.");
  }
  const port = Number(url.port || 5432);
  const host =
    url.searchParams.get("host") || decodeURIComponent(url.hostname).replace(/^\[|\]$/g, "") || "localhost";
  if (host.startsWith("/")) return { name: host, socket: { path: join(host, `.s.PGSQL.${port}`) } };
  return { name: `${host}:${port}`, socket: { host, port } };
}
