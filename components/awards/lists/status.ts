import type { EnteredAward, LookUpAnswer, LookUpCandidate, TitleChoice } from "@/lib/awards/lists/schema";
import type { SubjectKind } from "@/lib/awards/schema";
import { nameKey } from "@/lib/kernel/text";
import { isBlank, kindOfRow, namesOf, type Group, type Named, type Choice, type Row } from "./model";

export type Answers = ReadonlyMap<string, LookUpAnswer | "asking" | "failed">;

/** One name of a row: who was chosen, who is proposed, or what is still to be decided. */
export type Person = Named & {
  state: "chosen" | "proposed" | "waiting" | "asking" | "choose" | "unknown";
  who: { id: number; label: string; hint: string } | null;
  candidates: readonly LookUpCandidate[];
  fault: string | null;
};
export type RowState = "blank" | "asking" | "choose" | "unknown" | "waiting" | "ready";
export type RowStatus = { kind: SubjectKind; state: RowState; people: Person[] };

export function askKey(kind: SubjectKind, { key, workNumber }: Named, unit: string): string {
  return [kind, key, nameKey(unit), workNumber].join("|");
}

export function statusOf(row: Row, title: TitleChoice | undefined, answers: Answers, hint: Hint): RowStatus {
  const kind = kindOfRow(row, title);
  if (isBlank(row)) return { kind, state: "blank", people: [] };
  const people = namesOf(row.cells.name, kind).map((named) =>
    personOf(named, row.picks[named.key], answers.get(askKey(kind, named, row.cells.unit)), hint),
  );
  const order = ["asking", "unknown", "choose", "waiting"] as const;
  const open = order.find((state) => people.some((person) => person.state === state));
  return { kind, state: people.length === 0 ? "unknown" : (open ?? "ready"), people };
}

type Hint = (candidate: LookUpCandidate) => string;

function personOf(
  named: Named,
  pick: Choice | undefined,
  answer: LookUpAnswer | "asking" | "failed" | undefined,
  hint: Hint,
): Person {
  const found = typeof answer === "object" ? answer : null;
  const person = { ...named, candidates: found?.candidates ?? [], fault: found?.fault ?? null };
  if (pick === "waiting") return { ...person, state: "waiting", who: null };
  if (pick) return { ...person, state: "chosen", who: pick };
  if (answer === undefined || answer === "asking") return { ...person, state: "asking", who: null };
  const proposed = found?.candidates.find(({ id }) => id === found.id);
  if (proposed)
    return {
      ...person,
      state: "proposed",
      who: { id: proposed.id, label: proposed.name, hint: hint(proposed) },
    };
  return { ...person, state: person.candidates.length > 0 ? "choose" : "unknown", who: null };
}

/** Rows that name somebody a second time for the same honor: in this list, or in what was entered before. */
export function findTwice(
  groups: readonly Group[],
  statuses: ReadonlyMap<string, RowStatus>,
  entered: readonly EnteredAward[],
): Map<string, "list" | "entered"> {
  const twice = new Map<string, "list" | "entered">();
  const seen = new Set<string>();
  const before = new Set(
    entered.flatMap(({ titleId, prizeLevelCode, awardYear, recipients }) =>
      recipients.map((ref) => `${titleId}|${prizeLevelCode ?? ""}|${awardYear}|${ref}`),
    ),
  );
  for (const { titleId, prizeLevelCode, awardDate, awardYear, rows } of groups)
    for (const row of rows)
      for (const { who } of statuses.get(row.key)?.people ?? []) {
        if (!who || titleId === null) continue;
        const year = awardYear || /\d{4}/.exec(awardDate.normalize("NFKC"))?.[0] || "";
        const same = `${titleId}|${prizeLevelCode}|${year}|${statuses.get(row.key)!.kind}:${who.id}`;
        if (before.has(same)) twice.set(row.key, "entered");
        else if (seen.has(same)) twice.set(row.key, "list");
        seen.add(same);
      }
  return twice;
}
