import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SearchField } from "@/components/search/search-field";
import { SearchResults } from "@/components/search/search-results";
import { SimplePage } from "@/components/shell/simple-page";
import type { ListParams } from "@/components/lists/href";
import { requireActor } from "@/lib/auth/actor";
import { canSearch } from "@/lib/search/policy";
import { searchAll } from "@/lib/search/queries";
import { readSearch } from "@/lib/search/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("search"))("title") };
}

export default async function SearchPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t] = await Promise.all([requireActor(), searchParams, getTranslations("search")]);
  if (!canSearch(actor)) notFound();
  const q = readSearch(params);
  const found = await searchAll(actor, q);
  return (
    <SimplePage title={q ? t("titleOf", { q }) : t("title")} meta={found ? null : t("hint")}>
      <SearchField q={q} />
      {found && <SearchResults q={q} found={found} />}
    </SimplePage>
  );
}
