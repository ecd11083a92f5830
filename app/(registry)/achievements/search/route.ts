import { getLocale, getTranslations } from "next-intl/server";
import { canReadAchievements } from "@/lib/achievements/policy";
import { searchAchievements } from "@/lib/achievements/search/queries";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { pickerQuestion } from "@/lib/honors/schema";
import { paramsOf } from "@/lib/kernel/fields";
import { formatPartialDate, type PartialDate } from "@/lib/kernel/partial-date";

/** Achievements for pickers: ?q= */
export async function GET(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canReadAchievements(actor)) return faultResponse({ code: "not_found" });
  const { q, limit } = pickerQuestion.parse(paramsOf(new URL(request.url).searchParams));
  const [locale, t] = await Promise.all([getLocale(), getTranslations("achievements")]);
  const date = (value: string | null) =>
    value && formatPartialDate(value as PartialDate, locale === "en" ? "en" : "zh-CN");
  const items = (await searchAchievements(actor, q, limit)).map(
    ({ id, name, kind, unitName, finishedOn }) => ({
      id,
      label: name,
      hint: [unitName, t(`kind.${kind}`), date(finishedOn)].filter(Boolean).join(" · "),
    }),
  );
  return Response.json({ items });
}
