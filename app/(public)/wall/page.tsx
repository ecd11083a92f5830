import { Medal } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { WallFrame } from "@/components/awards/wall/wall-frame";
import { WallPager } from "@/components/awards/wall/wall-pager";
import { WallQuery } from "@/components/awards/wall/wall-query";
import { screenSize, WallScreen } from "@/components/awards/wall/wall-screen";
import { WallYears } from "@/components/awards/wall/wall-years";
import { listHref, type ListParams } from "@/components/lists/href";
import { EmptyState } from "@/components/ui/empty-state";
import { holdsDemonstration } from "@/lib/audit/demonstration";
import { currentActor, requireActor } from "@/lib/auth/actor";
import { canSeeWall } from "@/lib/awards/wall/policy";
import { listWall, listWallUnits, listWallValues, listWallYears } from "@/lib/awards/wall/queries";
import { readWallFilter } from "@/lib/awards/wall/schema";
import { settings } from "@/lib/env";

type Props = { searchParams: Promise<ListParams> };

const pageSize = 24;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, params] = await Promise.all([getTranslations("wall"), searchParams]);
  // Whoever is taken off the wall must not live on in a search engine: it may say that there is a wall, keeps no copy of
  // it and quotes no name, and what lies behind a query is not for it.
  const isWhole = Object.keys(params).length === 0;
  const robots = isWhole
    ? { index: true, follow: false, noarchive: true, nosnippet: true }
    : { index: false };
  return { title: t("title"), description: t("lead"), robots };
}

/** 荣誉墙: open to whoever reaches the server, unless the operator closes it. What it shows is the same for all. */
export default async function WallPage({ searchParams }: Props) {
  const { wall } = settings();
  if (wall === "off") notFound();
  const [actor, params] = await Promise.all([currentActor(), searchParams]);
  if (!canSeeWall(wall, actor !== null)) await requireActor();
  const units = await listWallUnits();
  const asked = readWallFilter(params);
  // A unit that is not offered narrows nothing.
  const filter = { ...asked, unit: units.find(({ id }) => id === asked.unit)?.id };
  if (filter.mode === "screen")
    return <WallScreen params={params} filter={filter} page={await listWall(filter, screenSize)} />;

  const [t, locale, page, years, values, demonstration] = await Promise.all([
    getTranslations("wall"),
    getLocale(),
    listWall(filter, pageSize),
    listWallYears(),
    listWallValues(),
    holdsDemonstration(),
  ]);
  const total = page.total.toLocaleString(locale);
  return (
    <WallFrame
      count={page.total > 0 ? t(page.over ? "over" : "total", { total }) : null}
      screenHref={listHref("/wall", params, { mode: "screen" })}
      isSignedIn={actor !== null}
      demonstration={demonstration}
    >
      <WallQuery filter={filter} years={years} units={units} values={values} />
      {page.entries.length > 0 ? (
        <WallYears entries={page.entries} />
      ) : (
        <div className="mt-8">
          <EmptyState
            icon={Medal}
            title={t(years.length > 0 ? "empty.title" : "empty.first")}
            text={years.length > 0 ? t("empty.text") : undefined}
          />
        </div>
      )}
      <WallPager params={params} after={page.after} before={page.before} />
    </WallFrame>
  );
}
