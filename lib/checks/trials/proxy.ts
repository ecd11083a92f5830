import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment, searchPath } from "@/lib/env/early.mjs";
import { dataFolder, untilHealthy } from "./running";

export type Proxy = { url: string; stop(): Promise<void> };

/** Debian keeps it where only root's path looks. */
const environment = childEnvironment({ PATH: `${searchPath()}:/usr/sbin:/usr/local/sbin` });

export function hasProxy(): boolean {
  return spawnSync("nginx", ["-v"], { env: environment }).status === 0;
}

/** nginx on the file that operators are given (lib/launch/nginx.conf): its addresses are others here, and it has no certificate. */
export async function startProxy(port: number, instances: readonly [string, string]): Promise<Proxy> {
  const folder = dataFolder();
  const given: [string | RegExp, string][] = [
    ["listen 443 ssl;", `listen 127.0.0.1:${port};`],
    [/^\s*ssl_certificate.*\n/gm, ""],
    ["10.0.0.11:3000", instances[0]],
    ["10.0.0.12:3000", instances[1]],
  ];
  const written = given.reduce(
    (text, [what, by]) => {
      if (text.search(what) < 0) throw new Error(`The file for operators has no ${what} any more.`);
      return text.replace(what, by);
    },
    readFileSync(join("lib", "launch", "nginx.conf"), "utf8"),
  );
  writeFileSync(join(folder.path, "site.conf"), written);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder.path}/${name};`)
    .join(" ");
  writeFileSync(
    join(folder.path, "nginx.conf"),
    `worker_processes 2; pid nginx.pid; error_log error.log; events {} http { access_log off; ${temporary} include site.conf; }\n`,
  );
  const process = spawn("nginx", ["-p", folder.path, "-c", "nginx.conf", "-g", "daemon off;"], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  process.stderr.on("data", (piece) => (said += piece));
  const ended = once(process, "exit");
  const url = `http://localhost:${port}`;
  await untilHealthy(url, ended, () => said);
  return {
    url,
    async stop() {
      process.kill("SIGTERM");
      await ended;
      folder.remove();
    },
  };
}

/** `npm run worker`, beside instances that bring none along. */
export function startWorkerBeside(settings: Record<string, string>): { stop(): Promise<void> } {
  const child: ChildProcess = spawn(process.execPath, ["lib/launch/worker.mjs"], {
    env: childEnvironment({ ...settings, NODE_ENV: undefined, NODE_OPTIONS: undefined, VITEST: undefined }),
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  return {
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
