import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "@/lib/kernel/result";
import type { Query } from "./running";
import { Unanswered, type Value } from "./visitor";

/** The records that trials write about; `unread` are ids of messages of the recorder's, to be marked as read one by one. */
export type Ground = {
  titleId: number;
  unionId: number;
  unitId: number;
  employees: number[];
  unread?: { from: number; to: number };
};
/** A write that was answered with "done": it must be there whatever happens afterwards. */
export type Written = {
  noun: "awards" | "employees" | "teams" | "inbox_messages";
  id: number;
  version: number;
  text: string;
};
/** Whoever carries an order out: over HTTP, or in a process that calls the commands. */
export type Door = (action: string, input: unknown) => Promise<Result<Value>>;
export type Book = {
  written: Written[];
  /** Milliseconds that each acknowledged write took, in the order of their answers. */
  took: number[];
  /** Keys under which a new record was sent, with its text: each makes one record at the most. */
  keys: Map<string, string>;
  /** Answers that say no, by code: "unavailable" is expected while a part is down, others are not. */
  refused: Record<string, number>;
  /** Requests of which nobody learned how they ended. */
  unanswered: number;
};

export const newBook = (): Book => ({ written: [], took: [], keys: new Map(), refused: {}, unanswered: 0 });

/** Of the demonstration: a title for people without prize levels, the third company and its union, some of its people. */
export async function groundOf(query: Query): Promise<Ground> {
  const [row] = await query<Ground>(`SELECT
(SELECT id FROM honor_titles WHERE name = '青岛工匠') AS "titleId",
    (SELECT id FROM organizations WHERE code = 'HD03-GH') AS "unionId",
    (SELECT id FROM organizations WHERE code = 'HD03-GL') AS "unitId",
    (SELECT array_agg(e.id ORDER BY e.id) FROM employees e JOIN organizations o ON o.id = e.unit_id
     WHERE o.path LIKE (SELECT path FROM organizations WHERE code = 'HD03') || '%' AND e.status = 'active') AS employees`);
  return row!;
}

/** Writes one thing after another until it is told to stop: awards through their whole life, people and teams between, and messages read. */
export async function keepWriting(
  { recorder, checker }: { recorder: Door; checker: Door },
  ground: Ground,
  book: Book,
  signal: AbortSignal,
): Promise<void> {
  const step = async (
    noun: Written["noun"],
    action: string,
    input: object,
    text: string,
    door = recorder,
  ) => {
    const began = performance.now();
    const result = await answered(door, action, input, book, signal);
    if (!result) return null;
    const { id, version = 1 } = result;
    book.written.push({ noun, id, version, text });
    book.took.push(performance.now() - began);
    await readMail();
    return { id, version };
  };
  /** What people do most. */
  const readMail = async () => {
    const { unread } = ground;
    for (let some = 0; unread && unread.from < unread.to && some < mailsBetween && !signal.aborted; some++) {
      const [id, began] = [unread.from++, performance.now()];
      if (!(await answered(recorder, marking, { id }, book, signal))) continue;
      book.written.push({ noun: "inbox_messages", id, version: 1, text: "" });
      book.took.push(performance.now() - began);
    }
  };
  const { titleId, unionId, unitId } = ground;
  for (let turn = 0; !signal.aborted; turn++) {
    const [key, first, second] = [randomUUID(), `试写 ${randomUUID()}`, `改写 ${randomUUID()}`];
    const award = {
      titleId,
      awardDate: "2025-05",
      recordingUnitId: unionId,
      recipients: [{ employeeId: ground.employees[turn % 40] }],
    };
    book.keys.set(key, first);
    let known = await step("awards", saving, { ...award, key, reason: first }, first);
    // The form does not tell its version; a new draft's is 1, and each change makes it one more.
    known &&= await step("awards", saving, { ...award, id: known.id, version: 1, reason: second }, second);
    if (known) book.written.at(-1)!.version = 2;
    await step(
      "employees",
      "lib/employees/actions.ts createEmployee",
      { name: `试写${turn}${key}`, unitId, unionUnitId: unionId },
      `试写${turn}${key}`,
    );
    known &&= await step(
      "awards",
      "lib/awards/review/actions.ts submitAward",
      { id: known.id, version: 2 },
      second,
    );
    known &&= await step(
      "awards",
      "lib/awards/review/actions.ts confirmAward",
      { id: known.id, version: 3 },
      second,
      checker,
    );
    const team = randomUUID();
    book.keys.set(team, team);
    await step(
      "teams",
      "lib/teams/actions.ts createTeam",
      { key: team, name: team, kind: "crew", unitId },
      team,
    );
  }
}

const saving = "lib/awards/actions.ts saveAward";
const marking = "lib/inbox/actions.ts markRead";
const mailsBetween = 12;

/** The answer to an order; one with a key is sent again until there is one, as a form does. Null where it stays unknown or is refused. */
async function answered(
  door: Door,
  action: string,
  input: object,
  book: Book,
  signal: AbortSignal,
): Promise<Value | null> {
  for (;;) {
    const result = await door(action, input).catch((error: unknown) => {
      if (!(error instanceof Unanswered)) throw error;
      book.unanswered += 1;
      return null;
    });
    if (result?.ok) return result.value;
    if (result) book.refused[result.fault.code] = (book.refused[result.fault.code] ?? 0) + 1;
    const again = "key" in input && (!result || result.fault.code === "unavailable");
    if (signal.aborted || !again) return null;
    await sleep(50);
  }
}
