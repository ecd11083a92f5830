import { useTranslations } from "next-intl";
import type { HistoryEntry } from "@/lib/audit/queries";
import { requestStates } from "@/lib/awards/requests/schema";
import { History } from "../../audit/history";

export function RequestHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("requests");
  const say = (field: string, value: unknown) => {
    const state = requestStates.find((known) => field === "state" && known === value);
    return state && t(`state.${state}`);
  };
  return <History entries={entries} namespace="requests" say={say} />;
}
