import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { textSizeCookie } from "@/lib/i18n/preferences";
import { cn } from "../ui/cn";
import { Emblem } from "./emblem";
import { Preferences } from "./preferences";
import { SkipLink } from "./skip-link";

/** Pages without a signed-in person: the mark, the name, one sheet in the middle. */
export async function PublicFrame({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const [t, jar] = await Promise.all([getTranslations("shell"), cookies()]);
  const textSize = jar.get(textSizeCookie)?.value === "large" ? "large" : "normal";
  return (
    <div className="flex min-h-dvh flex-col border-t-3 border-t-honor">
      <SkipLink />
      <div className="flex justify-end px-4 py-2">
        <Preferences textSize={textSize} />
      </div>
      <main
        id="main"
        tabIndex={-1}
        className={cn(
          "mx-auto w-full px-4 pt-[6vh] pb-16 focus:outline-none",
          wide ? "max-w-5xl" : "max-w-md",
        )}
      >
        <div className="mb-6 flex flex-col items-center text-center">
          <Emblem className="size-14" />
          <p className="mt-3 font-serif text-2xl leading-8 font-bold tracking-wide">{t("product")}</p>
          <p className="text-ink-2">{t("tagline")}</p>
        </div>
        <div className="rounded-lg border border-line bg-surface p-6 shadow-card md:p-8">{children}</div>
      </main>
    </div>
  );
}
