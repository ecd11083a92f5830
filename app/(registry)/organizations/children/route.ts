import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { canReadUnits } from "@/lib/organizations/policy";
import { listChildUnits } from "@/lib/organizations/queries";

/** For a unit tree that is too large to come whole: ?parent=ID */
export async function GET(request: Request) {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const parent = parseId(new URL(request.url).searchParams.get("parent"));
  if (!canReadUnits(actor) || parent === null) return faultResponse({ code: "not_found" });
  return Response.json({ items: await listChildUnits(actor, parent) });
}
