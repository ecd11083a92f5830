import { useTranslations } from "next-intl";
import type { HistoryEntry } from "@/lib/audit/queries";
import type { RecipientFact } from "@/lib/awards/facts/rules";
import { awardStates, evidenceGrades, visibilities } from "@/lib/awards/schema";
import { History } from "../audit/history";

/** Who changed what. */
export function AwardHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("awards");

  function recipientText({ name, unit, role, share, bonus }: RecipientFact): string {
    const facts = [
      unit,
      role && t(`role.${role}`),
      share && `${Number(share)}%`,
      bonus && `¥${bonus}`,
    ].filter(Boolean);
    return facts.length > 0 ? t("detail.recipientFacts", { name, facts: facts.join(" · ") }) : name;
  }

  function say(field: string, value: unknown): string | undefined {
    const known = <Code extends string>(codes: readonly Code[]) => codes.find((code) => code === value);
    if (field === "recipients" && Array.isArray(value))
      return value.map((one) => recipientText(one as RecipientFact)).join(t("list.separator")) || undefined;
    const [state, grade, visibility] = [known(awardStates), known(evidenceGrades), known(visibilities)];
    if (field === "state" && state) return t(`state.${state}`);
    if (field === "evidenceGrade" && grade) return t(`grade.${grade}`);
    return field === "visibility" && visibility ? t(`visibility.${visibility}`) : undefined;
  }

  return <History entries={entries} namespace="awards" title={t("detail.history")} say={say} />;
}
