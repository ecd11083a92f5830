import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { canRecordDocuments } from "@/lib/documents/policy";
import { findByNumber } from "@/lib/documents/queries";
import { numberQuestion } from "@/lib/documents/schema";
import { paramsOf } from "@/lib/kernel/fields";

/** Asked while a 文号 is typed: is it there already? */
export async function GET(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canRecordDocuments(actor)) return faultResponse({ code: "not_found" });
  const { number, except } = numberQuestion.parse(paramsOf(new URL(request.url).searchParams));
  return Response.json(await findByNumber(actor, number, except ?? undefined));
}
