import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/i18n/format";
import { formatPartialDate, type PartialDate } from "@/lib/kernel/partial-date";
import type { TreatmentView } from "@/lib/treatments/queries";

/** What a treatment is, how long it runs and why it ends, in words. */
export function useTreatmentWords() {
  const t = useTranslations("treatments");
  const locale = useLocale();
  const date = (value: PartialDate) => formatPartialDate(value, locale === "en" ? "en" : "zh-CN");

  /** 800 元/月 */
  function amount({ amount: yuan, period }: Pick<TreatmentView, "amount" | "period">): string {
    return yuan === null ? t("amount.none") : t(`amount.${period}`, { amount: formatMoney(yuan, locale) });
  }

  /** 2022年12月起 */
  function span({ validFrom, validTo, period }: Pick<TreatmentView, "validFrom" | "validTo" | "period">) {
    if (period === "once") return date(validFrom);
    return validTo
      ? t("span.closed", { from: date(validFrom), to: date(validTo) })
      : t("span.open", { from: date(validFrom) });
  }

  /** 荣誉撤销，发至2024年2月29日; nothing where the dates say as much already. */
  function end({ ending, state }: Pick<TreatmentView, "ending" | "state">): string | null {
    if (!ending || ending.reason === "once") return null;
    if (ending.reason === "ended" && state !== "stopped") return null;
    if (ending.reason === "voided") return t("end.voided");
    if (ending.endsOn === null) return t("endUnknown");
    return ending.neverGiven
      ? t(`endNever.${ending.reason}`)
      : t(`end.${ending.reason}`, { date: date(ending.endsOn) });
  }

  /** 在发, 已停; what is given once has neither been stopped nor does it run. */
  function state({ state: now, ending }: Pick<TreatmentView, "ending" | "state">): string {
    return t(now === "stopped" && ending?.reason === "once" ? "state.once" : `state.${now}`);
  }

  return { amount, span, end, state, date };
}
