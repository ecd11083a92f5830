import type { z } from "zod";

/** Milliseconds that one call may take: somebody waits before a white page meanwhile. */
const patience = 5_000;
const bytesMax = 256 * 1024;

/** A messenger's server did not answer, or not with what it should; its own number says why where it gave one. */
export class MessengerFault extends Error {
  constructor(readonly answer: string) {
    super(`the messenger's server: ${answer}`);
    this.name = "MessengerFault";
  }
}

type Call = { url: string; query?: Record<string, string>; body?: object; headers?: Record<string, string> };

/** One call, answered with JSON of the given shape. Its address holds secrets (that is the protocol) and goes into no error. */
export async function call<Shape extends z.ZodType>(
  shape: Shape,
  { url, query, body, headers }: Call,
): Promise<z.output<Shape>> {
  const address = query ? `${url}?${new URLSearchParams(query).toString()}` : url;
  const answer = await fetch(address, {
    method: body ? "POST" : "GET",
    headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw new MessengerFault(
      error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable",
    );
  });
  const parsed = shape.safeParse(readJson(await textOf(answer)));
  if (parsed.success) return parsed.data;
  throw new MessengerFault(answer.ok ? "unreadable" : `http ${answer.status}`);
}

async function textOf(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      if (bytes > bytesMax) throw new MessengerFault("too long");
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof MessengerFault ? error : new MessengerFault("timeout");
  }
  return Buffer.concat(pieces).toString("utf8");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A token that the application as such is known by, kept until a little before it runs out. */
export function keptToken(fetchToken: () => Promise<{ token: string; seconds: number }>) {
  let kept: { token: string; until: number } | null = null;
  return {
    async get(): Promise<string> {
      if (kept && kept.until > Date.now()) return kept.token;
      const { token, seconds } = await fetchToken();
      kept = { token, until: Date.now() + Math.max(0, seconds - 300) * 1000 };
      return token;
    },
    drop() {
      kept = null;
    },
  };
}
