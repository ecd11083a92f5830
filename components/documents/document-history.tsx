import { useTranslations } from "next-intl";
import type { HistoryEntry } from "@/lib/audit/queries";
import { documentKinds } from "@/lib/documents/schema";
import { formatBytes } from "@/lib/i18n/format";
import { History } from "../audit/history";

export function DocumentHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("documents");
  const say = (field: string, value: unknown) => {
    if (field === "size" && typeof value === "number") return formatBytes(value);
    const kind = field === "kind" && documentKinds.find((known) => known === value);
    return kind ? t(`kinds.${kind}`) : undefined;
  };
  // The hash is for the audit, not for the eye.
  const shown = entries.map((entry) => ({
    ...entry,
    changes: entry.changes.filter(({ field }) => field !== "sha256"),
  }));
  return <History entries={shown} namespace="documents" say={say} />;
}
