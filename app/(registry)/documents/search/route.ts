import { getLocale } from "next-intl/server";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { canReadDocuments } from "@/lib/documents/policy";
import { searchDocuments } from "@/lib/documents/search/queries";
import { itemOf } from "@/lib/documents/rules";
import { pickerQuestion } from "@/lib/honors/schema";
import { paramsOf } from "@/lib/kernel/fields";

/** Documents for pickers. */
export async function GET(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canReadDocuments(actor)) return faultResponse({ code: "not_found" });
  const { q, limit, except } = pickerQuestion.parse(paramsOf(new URL(request.url).searchParams));
  const [locale, documents] = await Promise.all([
    getLocale(),
    searchDocuments(actor, q, { limit, except: except ?? undefined }),
  ]);
  return Response.json({ items: documents.map((document) => itemOf(locale, document)) });
}
