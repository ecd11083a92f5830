import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { canRecordDocuments } from "@/lib/documents/policy";
import { searchRecordingUnits } from "@/lib/documents/search/queries";
import { pickerQuestion } from "@/lib/honors/schema";
import { paramsOf } from "@/lib/kernel/fields";

/** Units for which one may record documents, for pickers. */
export async function GET(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canRecordDocuments(actor)) return faultResponse({ code: "not_found" });
  const { q, limit } = pickerQuestion.parse(paramsOf(new URL(request.url).searchParams));
  const units = await searchRecordingUnits(actor, q, limit);
  return Response.json({ items: units.map(({ id, name }) => ({ id, label: name })) });
}
