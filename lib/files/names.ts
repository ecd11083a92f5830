import { cleanText } from "@/lib/kernel/text";
import { mediaTypes, type MediaType } from "./kinds";

const maxLength = 200;

/**
 * A file's name as people see it: no folders, no marks that a system reads otherwise, of bearable length, and with the
 * ending of what the file really is. Never a place on the disk: there the file lies under its hash.
 */
export function displayName(given: string, mediaType: MediaType): string {
  const base = cleanText(given.slice(-2000).replace(/^.*[/\\]/s, ""))
    .replace(/[<>:"|?*\p{Cc}]/gu, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const endings: readonly string[] = mediaTypes[mediaType];
  const match = /^(.*)\.([A-Za-z0-9]{1,5})$/.exec(base);
  const ending = match && endings.includes(match[2]!.toLowerCase()) ? match[2]! : endings[0]!;
  const stem = match && ending === match[2] ? match[1]! : base;
  return `${[...stem].slice(0, maxLength).join("").trim() || "file"}.${ending}`;
}

/** The header that makes a browser save under this name (RFC 6266, with the plain form for old readers). */
export function contentDisposition(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
