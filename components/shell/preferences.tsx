import { ALargeSmall, Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { switchLocale, switchTextSize } from "@/lib/i18n/actions";
import type { TextSize } from "@/lib/i18n/preferences";

const style =
  "inline-flex h-8 items-center gap-1.5 rounded-sm px-2 text-ink-2 transition-colors hover:bg-sunken hover:text-ink max-md:h-11";

/** Two plain forms that work before any script has loaded; each button says what pressing it gives. */
export function Preferences({ textSize }: { textSize: TextSize }) {
  const t = useTranslations("shell");
  const toEnglish = useLocale() !== "en";
  const large = textSize === "large";
  return (
    <div className="flex items-center">
      <form action={switchTextSize}>
        <input type="hidden" name="size" value={large ? "normal" : "large"} />
        <button type="submit" aria-pressed={large} className={style} title={t("textSize")}>
          <ALargeSmall aria-hidden className="size-4.5" />
          <span className="max-sm:sr-only">{large ? t("textNormal") : t("textLarge")}</span>
        </button>
      </form>
      <form action={switchLocale}>
        <input type="hidden" name="locale" value={toEnglish ? "en" : "zh-CN"} />
        <button type="submit" className={style} title={t("language")}>
          <Languages aria-hidden className="size-4" />
          <span lang={toEnglish ? "en" : "zh-CN"} className="max-sm:sr-only">
            {toEnglish ? t("languageEn") : t("languageZh")}
          </span>
        </button>
      </form>
    </div>
  );
}
