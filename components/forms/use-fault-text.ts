"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/catalog";
import { faultMessageKey, type Fault } from "@/lib/kernel/result";
import { useFaultCatalog } from "./use-fault-catalog";

/** Turns a message key into words. "tooLong:200" carries its parameter, under whatever name the message uses. */
export function useFaultText(): (key: string, detail?: Fault["detail"]) => string {
  const codes = useTranslations("faults");
  const words = useFaultCatalog(useLocale() as Locale);
  return (text, detail = {}) => {
    const t = words() ?? codes;
    const [key = "", parameter] = text.split(/:(.*)/s);
    if (!t.has(key)) return t("invalid");
    const value =
      parameter !== undefined && /^-?\d{1,15}$/.test(parameter) ? Number(parameter) : (parameter ?? "");
    return t(key, { value, max: value, min: value, ...detail });
  };
}

/** What a fault as a whole says: its own key in `detail.message` where the command gave one, else that of its code. */
export function useFaultSentence(): (fault: Fault) => string {
  const say = useFaultText();
  return (fault) =>
    say(
      typeof fault.detail?.message === "string" ? fault.detail.message : faultMessageKey(fault.code),
      fault.detail,
    );
}
