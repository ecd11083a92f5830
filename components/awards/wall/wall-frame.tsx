import { LogIn, MonitorPlay, PanelsTopLeft } from "lucide-react";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";
import { DemonstrationMark } from "@/components/shell/demonstration-mark";
import { Emblem } from "@/components/shell/emblem";
import { NavProgress } from "@/components/shell/nav-progress";
import { Preferences } from "@/components/shell/preferences";
import { SkipLink } from "@/components/shell/skip-link";
import { Button } from "@/components/ui/button";
import { textSizeCookie } from "@/lib/i18n/preferences";

type Props = {
  /** How many honors, in words. */
  count: string | null;
  screenHref: string;
  isSignedIn: boolean;
  demonstration: boolean;
  children: ReactNode;
};

/** The hall around the wall: who enters needs no account, and finds the way in beside the languages. */
export async function WallFrame({ count, screenHref, isSignedIn, demonstration, children }: Props) {
  const [t, jar] = await Promise.all([getTranslations("wall"), cookies()]);
  return (
    <>
      <SkipLink />
      <NavProgress />
      <header className="border-t-3 border-b border-t-honor border-b-line bg-surface print:hidden">
        <div className="mx-auto flex h-12 max-w-7xl items-center gap-2 px-4 md:px-6">
          <div className="flex min-w-0 flex-1 items-center gap-3">
            <Brand href="/wall" />
            {demonstration && <DemonstrationMark />}
          </div>
          <Preferences textSize={jar.get(textSizeCookie)?.value === "large" ? "large" : "normal"} />
          <Button href={isSignedIn ? "/" : "/sign-in"} icon={isSignedIn ? PanelsTopLeft : LogIn} size="sm">
            {t(isSignedIn ? "enter" : "signIn")}
          </Button>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="focus:outline-none">
        <div className="border-b-3 border-gilt bg-linear-to-b from-honor to-honor-dark text-white print:border-0 print:bg-none print:text-ink">
          <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-3 px-4 py-4 md:px-6 md:py-7 print:py-2">
            <span className="shrink-0 rounded-full border-2 border-gilt bg-gold-tint p-2 md:p-3">
              <Emblem className="size-9 md:size-16" />
            </span>
            <div className="min-w-0 flex-1">
              <h1 className="font-serif text-3xl leading-tight font-bold tracking-wide md:text-5xl">
                {t("title")}
              </h1>
              <p className="mt-1.5 text-gold-line md:text-lg print:text-ink-2">{t("lead")}</p>
            </div>
            <div className="flex flex-wrap items-center gap-4 max-md:basis-full">
              {count && <p className="font-serif tabular-nums md:text-lg">{count}</p>}
              <Button
                href={screenHref}
                icon={MonitorPlay}
                className="border-gold-line! bg-transparent! text-white! hover:bg-honor-dark! max-md:hidden!"
              >
                {t("openScreen")}
              </Button>
            </div>
          </div>
        </div>
        <div className="mx-auto max-w-7xl px-4 pt-4 pb-12 md:px-6">{children}</div>
      </main>
      <footer className="border-t border-line bg-surface print:hidden">
        <p className="mx-auto max-w-7xl px-4 py-4 text-xs text-ink-3 md:px-6">{t("footer")}</p>
      </footer>
    </>
  );
}
