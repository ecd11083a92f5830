import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment } from "@/lib/env/early.mjs";

export type Served = { url: string; memory: () => number; stop: () => Promise<void> };

/** The production server of the copy, as `npm start` runs it, without its process for background work. */
export async function startServer(
  folder: string,
  settings: Record<string, string>,
  log: string,
): Promise<Served> {
  const port = await freePort();
  const out = createWriteStream(log);
  const child = spawn(process.execPath, ["lib/launch/start.mjs", "--tethered"], {
    cwd: folder,
    env: {
      ...childEnvironment(),
      NODE_OPTIONS: "",
      NODE_ENV: "production",
      WORKER: "off",
      ...settings,
      PORT: String(port),
    } as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdout!.pipe(out);
  child.stderr!.pipe(out);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://localhost:${port}`;
  await untilHealthy(url, child, log);
  return {
    url,
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess, log: string): Promise<void> {
  for (
    const deadline = Date.now() + 900_000;
    child.exitCode === null && Date.now() < deadline;
    await sleep(250)
  )
    if ((await fetch(`${url}/api/health`).catch(() => null))?.ok) return;
  throw new Error(`The server did not start:\n${readFileSync(log, "utf8").slice(-4_000)}`);
}

/** Signs in as a browser would; gives the cookies. */
export async function signIn(url: string, username: string, password: string): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const first = cookiesOf(asked);
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Cookie: first, Origin: url },
    body: new URLSearchParams({ csrfToken, username, password, json: "true" }),
  });
  if (answer.status >= 400)
    throw new Error(`${username} could not sign in: ${answer.status} ${await answer.text()}`);
  return [first, cookiesOf(answer)].join("; ");
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
