import { Download, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatBytes } from "@/lib/i18n/format";

type Listed = { id: number; name: string; size: number; mediaType: string };

/** Files with their downloads. `hrefBase` is the address that a file's id is put behind. */
export function FileList({ files, hrefBase }: { files: readonly Listed[]; hrefBase: string }) {
  const t = useTranslations("files");
  if (files.length === 0) return <p className="text-ink-3">{t("none")}</p>;
  return (
    <ul aria-label={t("list")} className="divide-y divide-line/70">
      {files.map((file) => {
        const href = `${hrefBase}/${file.id}`;
        return (
          <li key={file.id}>
            <a
              href={href}
              download
              aria-label={t("download", { name: file.name })}
              className="group flex items-center gap-2.5 py-2 hover:text-honor"
            >
              {file.mediaType.startsWith("image/") ? (
                // A small picture made by the server, in its own place: nothing moves when it arrives.
                // eslint-disable-next-line @next/next/no-img-element
                <img
                  src={`${href}?thumbnail`}
                  alt=""
                  loading="lazy"
                  width={64}
                  height={64}
                  className="size-16 shrink-0 rounded-sm border border-line bg-sunken object-cover"
                />
              ) : (
                <FileText aria-hidden className="size-4 shrink-0 text-ink-3" />
              )}
              <span className="min-w-0 flex-1 break-words group-hover:underline">{file.name}</span>
              <span className="shrink-0 text-xs text-ink-3 tabular-nums">{formatBytes(file.size)}</span>
              <Download aria-hidden className="size-4 shrink-0 text-ink-3 group-hover:text-honor" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
