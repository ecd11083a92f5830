import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { pickerQuestion } from "@/lib/honors/schema";
import { paramsOf } from "@/lib/kernel/fields";
import { canReadStudios } from "@/lib/studios/policy";
import { searchStudios } from "@/lib/studios/search/queries";

/** Studios for pickers: ?q= */
export async function GET(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canReadStudios(actor)) return faultResponse({ code: "not_found" });
  const { q, limit } = pickerQuestion.parse(paramsOf(new URL(request.url).searchParams));
  const items = (await searchStudios(actor, q, limit)).map(({ id, name, unitName, field }) => ({
    ...{ id, label: name, hint: [unitName, field].filter(Boolean).join(" · ") },
  }));
  return Response.json({ items });
}
