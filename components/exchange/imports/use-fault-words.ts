import { useTranslations } from "next-intl";
import { parseFaultKey } from "@/lib/kernel/result";

/** A message key of a row in words, where rows are drawn on the server. */
export function useFaultWords(): (message: string, detail?: Record<string, string | number>) => string {
  const t = useTranslations("faults");
  return (message, detail) => {
    const { key, values } = parseFaultKey(message);
    return t.has(key) ? t(key, { ...values, ...detail }) : t("invalid");
  };
}
