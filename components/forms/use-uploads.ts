"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import { formatBytes } from "@/lib/i18n/format";
import { upload, type UploadAnswer, type UploadedFile } from "./upload";
import { useFaultText } from "./use-fault-text";

type Refused = Extract<UploadAnswer, { ok: false }>;
type Transfer = { key: number; name: string; size: number; part: number; refused?: Refused };
type Options = {
  url: string;
  multiple: boolean;
  maxBytes: number;
  files: readonly UploadedFile[];
  onChange: (files: readonly UploadedFile[]) => void;
};

/** Files on their way, one after the other; those that arrived are handed on. A failed one stays with its reason until it is taken away. */
export function useUploads({ url, multiple, maxBytes, files, onChange }: Options) {
  const t = useTranslations("common.file");
  const say = useFaultText();
  const [transfers, setTransfers] = useState<readonly Transfer[]>([]);
  const latest = useRef(files);
  const keys = useRef(0);
  const aborts = useRef(new Map<number, AbortController>());

  useEffect(() => {
    latest.current = files;
  }, [files]);
  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);

  function update(key: number, change: Partial<Transfer>) {
    setTransfers((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }

  function drop(key: number) {
    aborts.current.get(key)?.abort();
    setTransfers((before) => before.filter((one) => one.key !== key));
  }

  async function send(chosen: readonly File[]) {
    const taken = multiple ? chosen : chosen.slice(0, 1);
    const fresh = taken.map((file) => ({ file, key: ++keys.current }));
    setTransfers((before) => [
      ...(multiple ? before : []),
      ...fresh.map(({ file, key }) => ({ key, name: file.name, size: file.size, part: 0 })),
    ]);
    for (const { file, key } of fresh) {
      if (file.size > maxBytes) {
        update(key, { refused: { ok: false, status: 413 } });
        continue;
      }
      const abort = new AbortController();
      aborts.current.set(key, abort);
      const answer = await upload(url, file, (part) => update(key, { part }), abort.signal);
      aborts.current.delete(key);
      if (abort.signal.aborted) continue;
      if (!answer.ok) {
        update(key, { refused: answer });
        continue;
      }
      setTransfers((before) => before.filter((one) => one.key !== key));
      latest.current = multiple
        ? [...latest.current.filter((one) => one.id !== answer.file.id), answer.file]
        : [answer.file];
      onChange(latest.current);
    }
  }

  // Asked for whenever it is drawn: the words for it may still be on their way when the answer comes.
  function reason({ status, fault }: Refused): string {
    const named = Object.values(fault?.fields ?? {}).flat()[0];
    if (named) return say(named, fault?.detail);
    if (status === 413) return t("tooLarge", { size: formatBytes(maxBytes) });
    if (status === 415) return t("unsupported");
    if (status === 401) return t("signedOut");
    if (status === 403) return t("forbidden");
    return t("failed");
  }

  const busy = transfers.some((one) => one.refused === undefined);
  const told = transfers.map(({ refused, ...one }) => ({ ...one, error: refused && reason(refused) }));
  return { transfers: told, send, drop, busy };
}
