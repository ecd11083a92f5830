import { getLocale, getTranslations } from "next-intl/server";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { canReadCatalog } from "@/lib/honors/policy";
import { searchTitles } from "@/lib/honors/queries";
import { nameIn, valueIn } from "@/lib/honors/rules";
import { pickerQuestion } from "@/lib/honors/schema";
import { paramsOf } from "@/lib/kernel/fields";

/** Honor titles for pickers. */
export async function GET(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canReadCatalog(actor)) return faultResponse({ code: "not_found" });
  const { q, limit, except } = pickerQuestion.parse(paramsOf(new URL(request.url).searchParams));
  const [locale, t] = await Promise.all([getLocale(), getTranslations("honors")]);
  const titles = await searchTitles(actor, q, { limit, except: except ?? undefined });
  const items = titles.map((title) => ({
    id: title.id,
    label: nameIn(locale, title),
    hint: [
      ...title.levels.map((level) => valueIn(locale, level)),
      valueIn(locale, title.category),
      ...(title.inForce ? [] : [t("force.no")]),
    ].join(" · "),
  }));
  return Response.json({ items });
}
