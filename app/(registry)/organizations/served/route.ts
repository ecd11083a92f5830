import { getTranslations } from "next-intl/server";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { canServeUnits } from "@/lib/organizations/policy";
import { searchServedUnits } from "@/lib/organizations/search/queries";
import { unitSearch } from "@/lib/organizations/schema";

/** Company units for which one enters teams, studios and achievements, for pickers: ?q=&partners=1 */
export async function GET(request: Request) {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canServeUnits(actor)) return faultResponse({ code: "not_found" });
  const t = await getTranslations("organizations");
  const params = new URL(request.url).searchParams;
  const { q = "" } = unitSearch.parse(Object.fromEntries(params));
  const units = await searchServedUnits(actor, q, { partners: params.get("partners") === "1" });
  const items = units.map(({ id, name, trail, kind }) => ({
    id,
    label: name,
    hint: trail.join(" / ") || t(`kind.${kind}`),
  }));
  return Response.json({ items });
}
