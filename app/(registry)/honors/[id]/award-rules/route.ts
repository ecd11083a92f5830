import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { getTitleForAward } from "@/lib/honors/queries";
import { parseId } from "@/lib/kernel/ids";

/** What a title lets an award choose, for the form that records one. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const title = await getTitleForAward(actor, parseId((await params).id) ?? 0);
  if (!title) return faultResponse({ code: "not_found" });
  const { id, levels, prizeLevels, subjectKinds } = title;
  return Response.json({ id, levels, prizeLevels, subjectKinds });
}
