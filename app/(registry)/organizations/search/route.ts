import { getTranslations } from "next-intl/server";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { canReadUnits } from "@/lib/organizations/policy";
import { searchUnits } from "@/lib/organizations/search/queries";
import { unitSearch } from "@/lib/organizations/schema";

/** For pickers: ?q=&tree=company|union&open=1 */
export async function GET(request: Request) {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canReadUnits(actor)) return faultResponse({ code: "not_found" });
  const t = await getTranslations("organizations");
  const units = await searchUnits(
    actor,
    unitSearch.parse(Object.fromEntries(new URL(request.url).searchParams)),
  );
  const items = units.map(({ id, name, trail, kind, closed }) => ({
    id,
    label: name,
    hint: [trail.join(" / ") || t(`kind.${kind}`), closed && t("state.closed")].filter(Boolean).join(" · "),
  }));
  return Response.json({ items });
}
