import { readFileSync } from "node:fs";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import type { Fault, Result } from "@/lib/kernel/result";
import { demonstrationPassword } from "@/prisma/seed/sign-ins";

export type Reply = { status: number; headers: IncomingHttpHeaders; text: string; milliseconds: number };
export type Value = { id: number; version?: number };
/** The request brought no answer that tells whether it was done: nothing may be concluded from it. */
export class Unanswered extends Error {}

/** One signed-in person with a browser's cookie: a plain client, since browsers would take both cores. */
export type Visitor = {
  name: string;
  cookie(): string;
  /** Goes on at another instance of the same registry; its public address, `origin` at signing in, stays what it is. */
  moveTo(url: string): void;
  get(path: string): Promise<Reply>;
  post(path: string, body: string | Buffer, headers?: Record<string, string>): Promise<Reply>;
  /** Calls a server action by its module and name, such as "lib/teams/actions.ts createTeam". */
  act(action: string, input: unknown): Promise<Result<Value>>;
};

type Known = { id: string; page: string };

export async function signIn(
  first: string,
  name: string,
  { agent = new Agent({ keepAlive: true }), password = demonstrationPassword, origin = "" } = {},
): Promise<Visitor> {
  let url = first;
  const jar = new Map<string, string>();
  const actions = serverActions();
  const cookie = () => [...jar].map(([key, value]) => `${key}=${value}`).join("; ");
  const send = async (
    method: string,
    path: string,
    body?: string | Buffer,
    headers: Record<string, string> = {},
  ) => {
    const reply = await exchange(
      agent,
      url + path,
      { method, headers: { ...headers, Cookie: cookie() } },
      body,
    );
    for (const line of reply.headers["set-cookie"] ?? []) {
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(key, value);
    }
    return reply;
  };
  const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    send("POST", path, body, { Origin: origin || url, ...headers });

  const { csrfToken } = JSON.parse((await send("GET", "/api/auth/csrf")).text) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, username: name, password, json: "true" }).toString();
  const entered = await post("/api/auth/callback/credentials", form, {
    "Content-Type": "application/x-www-form-urlencoded",
  });
  if (entered.status !== 200)
    throw new Unanswered(`${name} may not come in: ${entered.status} ${entered.text}`);
  return {
    name,
    cookie,
    moveTo: (other) => void (url = other),
    get: (path) => send("GET", path),
    post,
    async act(action, input) {
      const { id, page } = actions.get(action)!;
      const reply = await post(page, JSON.stringify([input]), {
        ...{ "Next-Action": id, Accept: "text/x-component", "Content-Type": "text/plain;charset=UTF-8" },
      });
      return resultOf(reply);
    },
  };
}

/** What an action gave back, out of the stream that React reads. */
function resultOf({ status, text }: Reply): Result<Value> {
  const line = /^1:(\{.*)$/m.exec(text)?.[1];
  if (line) return JSON.parse(line) as Result<Value>;
  const fault = /^\{"fault":/.test(text) ? (JSON.parse(text) as { fault: Fault }).fault : null;
  if (fault) return { ok: false, fault };
  throw new Unanswered(`${status}: ${text.slice(0, 200)}`);
}

let manifest: Map<string, Known> | undefined;

/** Every server action of the build; the page in whose name it is called needs no id. */
function serverActions(): Map<string, Known> {
  type Entry = { filename: string; exportedName: string; workers: Record<string, unknown> };
  const read = () =>
    JSON.parse(readFileSync(join(".next", "server", "server-reference-manifest.json"), "utf8")) as {
      node: Record<string, Entry>;
    };
  return (manifest ??= new Map(
    Object.entries(read().node).map(([id, { filename, exportedName, workers }]) => {
      const pages = Object.keys(workers).map(
        (worker) =>
          `/${worker
            .split("/")
            .filter((part) => part !== "app" && !part.startsWith("("))
            .slice(0, -1)
            .join("/")}`,
      );
      return [
        `${filename} ${exportedName}`,
        { id, page: pages.find((page) => !page.includes("[")) ?? pages[0]! },
      ];
    }),
  ));
}

function exchange(
  agent: Agent,
  url: string,
  options: { method: string; headers: Record<string, string> },
  body?: string | Buffer,
): Promise<Reply> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new Unanswered(error.message));
    const sent = request(url, { agent, ...options, timeout: 60_000 }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.once("error", fail).once("aborted", () => fail(new Error("aborted")));
      answer.once("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(pieces).toString("utf8"),
          milliseconds: performance.now() - began,
        }),
      );
    });
    sent.once("error", fail).once("timeout", () => sent.destroy(new Error("No answer within a minute")));
    sent.end(body);
  });
}
