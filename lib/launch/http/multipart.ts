/**
 * Next answers 500 to a multipart body that it cannot read. The frame is looked at here: it begins with its boundary
 * and ends with its closing one, as every browser writes it. What is between is the reader's.
 */
export function multipartFrame(contentType: string | undefined) {
  if (!/^\s*multipart\/form-data\b/i.test(contentType ?? "")) return null;
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? "");
  const boundary = found?.[1] ?? found?.[2];
  return boundary ? { opening: `--${boundary}`, closing: `--${boundary}--` } : "broken";
}

/** Sees a body piece by piece; says so as soon as it cannot be what it claims. */
export function frameWatch({ opening, closing }: { opening: string; closing: string }) {
  let head = "";
  let tail = "";
  return {
    accepts(chunk: Buffer) {
      if (head.length < opening.length) head += chunk.toString("latin1", 0, opening.length);
      tail = (tail + chunk.subarray(-closing.length - 2).toString("latin1")).slice(-closing.length - 2);
      return opening.startsWith(head.slice(0, opening.length));
    },
    isClosed: () => tail.endsWith(closing) || tail.endsWith(`${closing}\r\n`),
  };
}
