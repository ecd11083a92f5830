import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { canReadUnits } from "@/lib/organizations/policy";
import { unitSearch } from "@/lib/organizations/schema";
import { listAllUnits, listChildUnits } from "@/lib/organizations/tree/queries";

/** For a unit tree: all of it, to find a unit by its name, ?tree=; or what lies below a unit that is opened, &parent=ID. */
export async function GET(request: Request) {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const params = new URL(request.url).searchParams;
  const parent = parseId(params.get("parent"));
  const { tree } = unitSearch.parse({ tree: params.get("tree") ?? "" });
  if (!canReadUnits(actor)) return faultResponse({ code: "not_found" });
  if (parent !== null) return Response.json({ items: await listChildUnits(actor, parent) });
  if (tree) return Response.json({ items: await listAllUnits(actor, tree) });
  return faultResponse({ code: "not_found" });
}
