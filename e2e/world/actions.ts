import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { browserSettings } from "../../lib/env/early.mjs";
import { fill } from "./routes";

/** A server action as the build lists it: what a browser, or whoever plays one, has to know to call it. */
export type ServerAction = { name: string; id: string; page: string };

type Manifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
};

/** Every server action of the build, by "lib/awards/actions.ts saveAward". */
export function serverActions(): Map<string, ServerAction> {
  const manifest = JSON.parse(
    readFileSync(join(".next", "server", "server-reference-manifest.json"), "utf8"),
  ) as Manifest;
  return new Map(
    Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => {
      const name = `${filename} ${exportedName}`;
      const pages = Object.keys(workers).map(addressOf);
      return [name, { name, id, page: pages.find((page) => !page.includes("[")) ?? pages[0]! }];
    }),
  );
}

function addressOf(worker: string): string {
  const parts = worker.split("/").filter((part) => part !== "app" && !part.startsWith("("));
  return `/${parts.slice(0, -1).join("/")}`;
}

/** What never leaves the server: the words of its own parts. */
export const insides = /node_modules|\bat \S+ \(|Prisma|"stack"|ECONN|syntax error|invalid byte|SELECT /;

export const ownOrigin = () => new URL(browserSettings().baseUrl!).origin;

export type Call = {
  ids: Record<string, number>;
  /** Stands in the address, so that the event of a refusal can be found again. */
  mark: string;
  headers?: Record<string, string>;
};

/** Posts to an action as a browser does, without the page that would have asked first. */
export function postAction(
  request: APIRequestContext,
  action: ServerAction,
  input: unknown,
  { ids, mark, headers }: Call,
): Promise<APIResponse> {
  return request.post(`${fill(action.page, ids)}?try=${mark}`, {
    headers: headers ?? {
      Origin: ownOrigin(),
      "Next-Action": action.id,
      Accept: "text/x-component",
      "Content-Type": "text/plain;charset=UTF-8",
    },
    data: JSON.stringify([input]),
    maxRedirects: 0,
  });
}

export type Answer = {
  ok: boolean;
  value?: unknown;
  fault?: { code: string; fields?: Record<string, string[]> };
};

/** What an action gave back, out of the stream that React reads. */
export async function answerOf(response: APIResponse): Promise<Answer> {
  const text = await response.text();
  const line = /^1:(\{.*)$/m.exec(text)?.[1];
  if (!line) throw new Error(`No answer of an action (${response.status()}): ${text.slice(0, 300)}`);
  return JSON.parse(line) as Answer;
}

/** "ok", or the code of the refusal. */
export async function codeOf(response: APIResponse): Promise<string> {
  const { ok, fault } = await answerOf(response);
  return ok ? "ok" : fault!.code;
}
