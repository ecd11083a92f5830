import type { Named } from "@/lib/awards/queries";

/** A value of a list in the language of the screen. */
export function inLanguage(locale: string, value: Named): string {
  return locale === "en" ? value.en : value.zh;
}

/** A title in the language of the screen; one without an English name keeps its own. */
export function titleIn(
  locale: string,
  { titleName, titleNameEn }: { titleName: string; titleNameEn: string | null },
): string {
  return locale === "en" && titleNameEn ? titleNameEn : titleName;
}
