import type { Actor } from "@/lib/auth/roles";
import { transaction } from "@/lib/db/transaction";
import type { Locale } from "@/lib/i18n/catalog";
import { intakeOf } from "../kinds";
import type { ImportKind } from "../schema";

/** What a template's drop-downs offer at this moment, by field. */
export async function templateChoices(
  actor: Actor,
  kind: ImportKind,
  locale: Locale,
): Promise<Record<string, string[]>> {
  const intake = intakeOf(kind);
  return transaction(async (tx) => {
    const session = await intake.open(tx, actor, { unitId: null });
    return intake.choices(session, locale);
  });
}
