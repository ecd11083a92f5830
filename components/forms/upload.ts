import type { Fault } from "@/lib/kernel/result";

export type UploadedFile = { id: number; name: string; size: number };
export type UploadAnswer = { ok: true; file: UploadedFile } | { ok: false; status: number; fault?: Fault };

/** One file by XMLHttpRequest, for fetch tells nothing about the way there. */
export function upload(
  url: string,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
  fields: Record<string, string> = {},
): Promise<UploadAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    // Before the file, so that the server knows them when it begins to read.
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append("file", file);
    request.open("POST", url);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      const answer = request.response as (UploadedFile & { fault?: Fault }) | null;
      if (request.status >= 200 && request.status < 300 && answer?.id) resolve({ ok: true, file: answer });
      else resolve({ ok: false, status: request.status, fault: answer?.fault });
    };
    request.onerror = request.onabort = () => resolve({ ok: false, status: 0 });
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
