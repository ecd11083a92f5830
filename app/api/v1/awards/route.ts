import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { listAwards } from "@/lib/awards/ledger/queries";
import { readsLedger } from "@/lib/awards/policy";
import { zonedYear } from "@/lib/awards/rules";
import { readAwardFilter } from "@/lib/awards/schema";

/** The ledger's list as JSON: with the parameters of the page's address, and of what the actor sees there. */
export async function GET(request: Request) {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!readsLedger(actor)) return faultResponse({ code: "not_found" });
  const filter = readAwardFilter(new URL(request.url).searchParams, zonedYear(new Date()));
  const { rows, ...place } = await listAwards(actor, filter);
  return Response.json({ items: rows, ...place });
}
