import { getLocale, getTranslations } from "next-intl/server";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { searchBodies } from "@/lib/honors/bodies/queries";
import { canReadCatalog } from "@/lib/honors/policy";
import { nameIn } from "@/lib/honors/rules";
import { pickerQuestion } from "@/lib/honors/schema";
import { paramsOf } from "@/lib/kernel/fields";

/** Granting bodies for pickers. */
export async function GET(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canReadCatalog(actor)) return faultResponse({ code: "not_found" });
  const { q, limit, except } = pickerQuestion.parse(paramsOf(new URL(request.url).searchParams));
  const [locale, t] = await Promise.all([getLocale(), getTranslations("honors")]);
  const bodies = await searchBodies(actor, q, { limit, except: except ?? undefined });
  const items = bodies.map((body) => ({
    id: body.id,
    label: nameIn(locale, body),
    hint: body.successor
      ? t("bodies.mergedInto", { name: nameIn(locale, body.successor) })
      : t(`bodyKind.${body.kind}`),
  }));
  return Response.json({ items });
}
