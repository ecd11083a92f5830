import { spawn } from "node:child_process";
import { chmodSync, createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startMessengers } from "../auth/testing-messengers";
import { browserSettings, childEnvironment, setEnvironment } from "../env/early.mjs";
import { issuerSettings, startIssuer } from "./e2e-issuer";

const LOG = "test-results/server.log";

/** Playwright's global set-up: the production server on a free port, with its own database in a folder that goes away. */
export default async function startServer() {
  if (browserSettings().baseUrl) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), "honors-e2e-"));
  // As root PostgreSQL runs as another user, who must get in.
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const [issuer, messengers] = await Promise.all([startIssuer(baseUrl), startMessengers()]);
  mkdirSync("test-results", { recursive: true });
  const log = createWriteStream(LOG);
  // Tied to us by its standard input: it ends even when we are killed.
  const server = spawn(process.execPath, ["lib/launch/start.mjs", "--tethered"], {
    env: childEnvironment({
      ...OWN_SETTINGS,
      ...issuerSettings,
      ...messengers.settings,
      OIDC_ISSUER: issuer.issuer,
      APP_URL: baseUrl,
      PORT: String(port),
      DATA_DIR: dataDir,
    }),
    stdio: ["pipe", "pipe", "pipe"],
  });
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    server.kill("SIGTERM");
    await Promise.all([ended, issuer.stop(), messengers.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilHealthy(baseUrl, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  setEnvironment({ E2E_BASE_URL: baseUrl, E2E_DATA_DIR: dataDir });
  return stop;
}

/** Whatever the developer's shell is set to, tests run on settings of their own. Empty ones keep .env files out, too. */
const OWN_SETTINGS = {
  HOST: "",
  DATABASE_URL: "",
  DATABASE_OWNER_URL: "",
  DATABASE_REPLICA_URL: "",
  FILES_DIR: "",
  NEXTAUTH_SECRET: "",
  PERSONAL_DATA_KEY: "",
  NEXTAUTH_URL: "",
  APP_URL: "",
  TRUSTED_PROXIES: "",
  TIME_ZONE: "",
  WORKER: "",
  WALL: "",
  NODE_ENV: undefined,
  NODE_OPTIONS: undefined,
};

async function untilHealthy(baseUrl: string, ended: Promise<void>) {
  let over = false;
  void ended.then(() => (over = true));
  const deadline = Date.now() + 600_000;
  while (!over && Date.now() < deadline) {
    const answer = await fetch(`${baseUrl}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(250);
  }
  throw new Error(
    `The server for the end-to-end tests did not start:\n${readFileSync(LOG, "utf8").slice(-4000)}`,
  );
}

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
