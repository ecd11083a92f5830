import { setTimeout as sleep } from "node:timers/promises";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { getProgress, type ImportProgress } from "../queries";

/** Milliseconds between looks. */
const EVERY = 400;
/** After this long the browser asks anew, and is looked at anew: whoever lost their right sees no more. */
const LONGEST = 30_000;

/** Events that tell how far an import has come, until no job is at work on it. */
export async function answerProgress(request: Request, id: string): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const importId = parseId(id) ?? 0;
  const first = await getProgress(actor, importId);
  if (!first) return faultResponse({ code: "not_found" });
  const look = () => getProgress(actor, importId);
  return new Response(stream(first, look, request.signal), {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

function stream(
  first: ImportProgress,
  look: () => Promise<ImportProgress | null>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const events = told(first, look, signal);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await events.return(undefined);
    },
  });
}

async function* told(
  first: ImportProgress,
  look: () => Promise<ImportProgress | null>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield "retry: 1000\n\n";
  const until = Date.now() + LONGEST;
  let said = "";
  for (let progress: ImportProgress | null = first; progress; progress = await look()) {
    const text = JSON.stringify(progress);
    if (text !== said) yield `data: ${text}\n\n`;
    said = text;
    if (progress.phase === null || Date.now() > until) return;
    await sleep(EVERY, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
  }
}
