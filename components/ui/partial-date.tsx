import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate, parsePartialDate } from "@/lib/kernel/partial-date";

type Text = string | null | undefined;

/** A calendar date as exact as it is known: 2022年5月. */
export function PartialDateText({ value }: { value: Text }) {
  return useDateText()(value);
}

/** From when until when, as far as known. */
export function PeriodText({ from, to }: { from: Text; to: Text }) {
  const t = useTranslations("common.period");
  const text = useDateText();
  const [start, end] = [text(from), text(to)];
  if (start && end) return t("between", { from: start, to: end });
  return start ? t("since", { from: start }) : end ? t("until", { to: end }) : t("unknown");
}

function useDateText(): (value: Text) => string | null {
  const locale = useLocale() === "en" ? "en" : "zh-CN";
  return (value) => {
    const date = parsePartialDate(value);
    return date ? formatPartialDate(date, locale) : (value ?? null);
  };
}
