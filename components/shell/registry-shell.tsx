import type { ReactNode } from "react";
import type { TextSize } from "@/lib/i18n/preferences";
import { Brand } from "./brand";
import { DemonstrationMark } from "./demonstration-mark";
import { NavDrawer } from "./nav-drawer";
import type { NavKey } from "./nav-items";
import { NavList } from "./nav-list";
import { NavProgress } from "./nav-progress";
import { Preferences } from "./preferences";
import { SearchBox } from "./search-box";
import { SearchLink } from "./search-link";
import { SkipLink } from "./skip-link";
import { UserMenu } from "./user-menu";

type Props = {
  items: readonly NavKey[];
  counts?: Partial<Record<NavKey, number>>;
  user: { name: string; hint?: string };
  signOut: () => Promise<void>;
  textSize: TextSize;
  /** Whether there is anything to search for. */
  search: boolean;
  /** Marks a database of made-up data for what it is. */
  demonstration: boolean;
  children: ReactNode;
};

/** The frame around every signed-in page. Whoever has one place to go to gets no side: a header and the page. */
export function RegistryShell({
  items,
  counts,
  user,
  signOut,
  textSize,
  search,
  demonstration,
  children,
}: Props) {
  const simple = items.length < 2;
  return (
    <>
      <SkipLink />
      <NavProgress />
      <header className="sticky top-0 z-20 border-t-3 border-b border-t-honor border-b-line bg-surface print:hidden">
        <div className="flex h-12 items-center gap-1 px-2 md:px-4">
          {!simple && <NavDrawer items={items} counts={counts} />}
          <div className="flex min-w-fit flex-1 items-center gap-3 pl-1">
            <Brand href={items.includes("home") ? "/" : "/me"} />
            {demonstration && <DemonstrationMark />}
          </div>
          {search && (
            <>
              <SearchBox />
              <SearchLink />
            </>
          )}
          <Preferences textSize={textSize} />
          <UserMenu {...user} signOut={signOut} />
        </div>
      </header>
      <div className="lg:flex">
        {!simple && (
          <div className="sticky top-12.75 hidden h-[calc(100dvh-3.1875rem)] w-48 shrink-0 overflow-y-auto border-r border-line bg-surface px-2 py-3 lg:block print:hidden">
            <NavList items={items} counts={counts} />
          </div>
        )}
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-4 pb-10 focus:outline-none md:px-6">
          {children}
        </main>
      </div>
    </>
  );
}
