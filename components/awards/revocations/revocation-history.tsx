import { useTranslations } from "next-intl";
import type { HistoryEntry } from "@/lib/audit/queries";
import { recallStates, revocationCauses, revocationStates } from "@/lib/awards/revocations/schema";
import { History } from "../../audit/history";

/** Who did what with the case, readings of the evidence included: for those who may read that. */
export function RevocationHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("revocations");
  function say(field: string, value: unknown): string | undefined {
    const known = <Code extends string>(codes: readonly Code[]) => codes.find((code) => code === value);
    const [state, recall, cause] = [known(revocationStates), known(recallStates), known(revocationCauses)];
    if (field === "state" && state) return t(`state.${state}`);
    if (field === "recall" && recall) return t(`recall.${recall}`);
    if (field === "cause" && cause) return t(`cause.${cause}`);
    // Evidence is put down by its hashes; here it is enough how many there were.
    if (field === "evidence" && Array.isArray(value))
      return t("print.evidenceCount", { count: value.length });
    if (field === "part")
      return t(value === "annulment" ? "detail.evidenceAnnulment" : "detail.evidenceRevocation");
    return undefined;
  }
  return <History entries={entries} namespace="revocations" title={t("detail.history")} say={say} />;
}
