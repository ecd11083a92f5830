import { useLocale, useTranslations } from "next-intl";
import type { HistoryEntry } from "@/lib/audit/queries";
import type { Values } from "@/lib/honors/queries";
import { valueIn } from "@/lib/honors/rules";
import { subjectKinds } from "@/lib/honors/schema";
import { History } from "../audit/history";

/** The changes of a title, with codes in words. */
export function TitleHistory({ entries, values }: { entries: readonly HistoryEntry[]; values: Values }) {
  const t = useTranslations("honors");
  const tc = useTranslations("common");
  const locale = useLocale();
  const lists = { categoryCode: values.categories, levels: values.levels, prizeLevels: values.prizeLevels };
  const say = (field: string, value: unknown) => {
    const codes = [value].flat().filter((code) => typeof code === "string");
    if (codes.length === 0) return undefined;
    if (field === "subjectKinds")
      return subjectKinds
        .filter((kind) => codes.includes(kind))
        .map((kind) => t(`kind.${kind}`))
        .join(tc("listSeparator"));
    if (!(field in lists)) return undefined;
    const list = lists[field as keyof typeof lists].filter(({ code }) => codes.includes(code));
    return list.map((one) => valueIn(locale, one)).join(tc("listSeparator"));
  };
  return <History entries={entries} namespace="honors" say={say} />;
}
