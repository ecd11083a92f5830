import { getTranslations } from "next-intl/server";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { canPickEmployees } from "@/lib/employees/policy";
import { searchEmployees } from "@/lib/employees/search/queries";
import { employeeHint } from "@/lib/employees/rules";
import { employeeSearch } from "@/lib/employees/schema";

/** For pickers: ?q= */
export async function GET(request: Request) {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  if (!canPickEmployees(actor)) return faultResponse({ code: "not_found" });
  const t = await getTranslations("employees");
  const { q } = employeeSearch.parse({ q: new URL(request.url).searchParams.get("q") });
  const items = (await searchEmployees(actor, q)).map((employee) => ({
    id: employee.id,
    label: employee.name,
    hint: employeeHint(employee, t),
  }));
  return Response.json({ items });
}
