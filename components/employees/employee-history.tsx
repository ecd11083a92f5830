import { useTranslations } from "next-intl";
import { History } from "@/components/audit/history";
import type { HistoryEntry } from "@/lib/audit/queries";

/** The record's history with its codes in words. */
export function EmployeeHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("employees");
  const tc = useTranslations("common");
  const say = (field: string, value: unknown) => {
    const kind = (
      { status: "status", gender: "gender", workerTypes: "workerType" } as Record<string, string>
    )[field];
    if (!kind || value === null) return undefined;
    const words = [value]
      .flat()
      .map((code) => (t.has(`${kind}.${String(code)}`) ? t(`${kind}.${String(code)}`) : String(code)));
    return words.length > 0 ? words.join(tc("listSeparator")) : undefined;
  };
  return <History entries={entries} namespace="employees" say={say} />;
}
