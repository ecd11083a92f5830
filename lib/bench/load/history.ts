import type { Hands } from "./accounts";
import type { Random } from "./chance";
import type { Rows } from "./rows";

type Step = {
  id: number;
  state: string;
  imported: boolean;
  legacy: boolean;
  audited: boolean;
  year: number;
  month: number;
  recorder: Hands;
  checker: Hands;
  titleName: string;
};

export const stateColumns =
  "id award_id from_state to_state changed_by_id changed_at reason transaction_id".split(" ");
export const eventColumns =
  "id at event noun noun_id actor_user_id actor_name actor_roles address after reason transaction_id".split(
    " ",
  );

/** A transaction that was over before any other began: the number may not be one that is still to come. */
const transaction = 3;

/** How an award came to its state: a row and an event for each step. Gives the instants of the first and the last. */
export function writeHistory(
  { states, events }: Record<"states" | "events", Rows>,
  award: Step,
  random: Random,
): { created: string; changed: string } {
  const { id, state, imported, recorder, checker } = award;
  const year = award.legacy ? 2016 : award.year;
  const at = (days: number) =>
    new Date(
      Date.UTC(year, award.month - 1, 2 + days, random.below(10), random.below(60), random.below(60)),
    ).toISOString();
  const created = at(random.below(9));
  let last: string | null = null;
  let changed = created;
  const step = (
    to: string,
    by: Hands,
    role: string,
    event: string,
    when: string,
    reason: string | null = null,
  ) => {
    states.add(states.count + 1, id, last, to, by.id, when, reason, transaction);
    [last, changed] = [to, when];
    if (!award.audited) return;
    const after = JSON.stringify({ title: award.titleName, state: to });
    events.add(
      events.count + 1,
      when,
      event,
      "awards",
      id,
      by.id,
      by.name,
      [role],
      "10.20.1.7",
      after,
      reason,
      transaction,
    );
  };
  if (imported && state !== "draft") step("submitted", recorder, "recorder", "awards.imported", created);
  else step("draft", recorder, "recorder", "awards.created", created);
  if (state !== "draft" && !imported) step("submitted", recorder, "recorder", "awards.submitted", created);
  if (state === "returned")
    step("returned", checker, "checker", "awards.returned", at(11), "缺少表彰文件扫描件，请补充后再提交。");
  if (state === "effective" || state === "expired" || state === "void")
    step("effective", checker, "checker", "awards.confirmed", at(12 + random.below(9)));
  if (state === "void")
    step("void", checker, "union_admin", "awards.voided", at(25), "同名误录：获奖人应为另一位同名职工。");
  // Ends by itself: no event of anybody.
  if (state === "expired")
    states.add(states.count + 1, id, "effective", "expired", checker.id, at(26), "有效期届满", transaction);
  return { created, changed };
}
