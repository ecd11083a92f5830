import { useTranslations } from "next-intl";
import type { HistoryEntry } from "@/lib/audit/queries";
import { bodyKinds } from "@/lib/honors/bodies/schema";
import { cycles } from "@/lib/honors/programmes/schema";
import { History } from "../audit/history";

/** The changes of a programme or a granting body, with codes in words. */
export function CatalogHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("honors");
  const say = (field: string, value: unknown) => {
    const kind = field === "kind" && bodyKinds.find((known) => known === value);
    const cycle = field === "cycle" && cycles.find((known) => known === value);
    return kind ? t(`bodyKind.${kind}`) : cycle ? t(`cycle.${cycle}`) : undefined;
  };
  return <History entries={entries} namespace="honors" say={say} />;
}
