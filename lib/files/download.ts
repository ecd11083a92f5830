import { Readable } from "node:stream";
import { contentDisposition } from "./names";
import { readStored } from "./store";
import { thumbnailResponse } from "./thumbnail";

export type Downloadable = { sha256: string; name: string; mediaType: string };

/**
 * A stored file as an answer: saved by the browser, never opened inside the site, kept by no cache. The caller has
 * proved that the actor may have it. Null when the store has lost the bytes. With `?thumbnail` in its address it is a small picture.
 */
export async function downloadResponse(file: Downloadable, request: Request): Promise<Response | null> {
  if (new URL(request.url).searchParams.has("thumbnail")) return thumbnailResponse(file);
  const headers = {
    "Cache-Control": "private, no-store",
    "Content-Disposition": contentDisposition(file.name),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Content-Type": file.mediaType,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    ETag: `"${file.sha256}"`,
  };
  if (request.headers.get("if-none-match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  const stored = await readStored(file.sha256);
  if (!stored) return null;
  const body = Readable.toWeb(stored.stream) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: { ...headers, "Content-Length": String(stored.size) } });
}
