import { contentDisposition } from "@/lib/files/names";

/** A file for the browser to save: opened by nobody inside the site, kept by no cache. */
export function fileHeaders(name: string, mediaType: string): Record<string, string> {
  return {
    "Cache-Control": "private, no-store",
    "Content-Disposition": contentDisposition(name),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Content-Type": mediaType,
    "X-Content-Type-Options": "nosniff",
  };
}
