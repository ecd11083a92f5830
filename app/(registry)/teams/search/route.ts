import { getTranslations } from "next-intl/server";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { pickerQuestion } from "@/lib/honors/schema";
import { paramsOf } from "@/lib/kernel/fields";
import { canReadTeams } from "@/lib/teams/policy";
import { searchTeams } from "@/lib/teams/queries";

/** Teams for pickers: ?q= */
export async function GET(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canReadTeams(actor)) return faultResponse({ code: "not_found" });
  const { q, limit } = pickerQuestion.parse(paramsOf(new URL(request.url).searchParams));
  const t = await getTranslations("teams");
  const items = (await searchTeams(actor, q, limit)).map(({ id, name, kind, unitName }) => ({
    ...{ id, label: name, hint: `${unitName} · ${t(`kind.${kind}`)}` },
  }));
  return Response.json({ items });
}
