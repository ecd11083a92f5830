import sharp from "sharp";
import { thumbnailSide } from "./kinds";
import type { Downloadable } from "./download";
import { withStoredFile } from "./store";

// Pictures are looked at between pages: one thread each, and nothing kept of them.
sharp.concurrency(1);
sharp.cache(false);

/** A scan of A0 at 600 dpi has 560 million points; a picture that claims more is a trap. */
const MOST_POINTS = 600_000_000;

/**
 * A picture made anew in small, as WebP: what else the file held (places, comments, hidden parts) does not come along. Null for what
 * is no picture, cannot be read, or is not in the store. The caller has proved that the actor may have it.
 */
export async function thumbnailResponse(file: Downloadable): Promise<Response | null> {
  if (!file.mediaType.startsWith("image/")) return null;
  const bytes = await withStoredFile(file.sha256, shrink);
  if (!bytes) return null;
  const headers = {
    "Cache-Control": "private, no-store",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Content-Type": "image/webp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(new Uint8Array(bytes), { headers });
}

async function shrink(path: string): Promise<Buffer | null> {
  try {
    return await sharp(path, { limitInputPixels: MOST_POINTS, sequentialRead: true, failOn: "error" })
      .rotate()
      .resize(thumbnailSide, thumbnailSide, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
  } catch {
    // Damaged or a trap; the file itself can still be saved.
    return null;
  }
}
