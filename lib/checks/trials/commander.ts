import { signIn } from "@/lib/auth/sign-in";
import { findActor } from "@/lib/auth/sessions";
import { saveAward } from "@/lib/awards/commands";
import { confirmAward, submitAward } from "@/lib/awards/review/commands";
import { createEmployee } from "@/lib/employees/commands";
import { actingAs, systemStands } from "@/lib/db/acting";
import { DatabaseUnavailable } from "@/lib/db/faults";
import { translateFault } from "@/lib/db/translate";
import { markRead } from "@/lib/inbox/commands";
import { ok, refuse } from "@/lib/kernel/result";
import { demonstrationPassword } from "@/prisma/seed/sign-ins";
import { createTeam } from "@/lib/teams/commands";
import type { Value } from "./visitor";
import { type Door, type Ground, keepWriting, newBook } from "./writing";

/*
 * A process that gives the registry's commands their orders itself, where requests over HTTP alone would be too slow to wear
 * the database out. It tells each acknowledged write to who started it, and ends when it is told to.
 */
const commands: Record<string, (actor: Actor, input: unknown) => ReturnType<Door>> = {
  "lib/awards/actions.ts saveAward": saveAward,
  "lib/awards/review/actions.ts submitAward": submitAward,
  "lib/awards/review/actions.ts confirmAward": confirmAward,
  "lib/employees/actions.ts createEmployee": createEmployee,
  "lib/teams/actions.ts createTeam": createTeam,
  "lib/inbox/actions.ts markRead": async (actor, input) => {
    const marked = await markRead(actor, input);
    return marked.ok ? ok(input as Value) : marked;
  },
};
type Actor = NonNullable<Awaited<ReturnType<typeof findActor>>>;

const { ground, hands } = JSON.parse(process.argv[2]!) as { ground: Ground; hands: number };
const stop = new AbortController();
process.on("disconnect", () => process.exit());
process.on("message", () => stop.abort());

systemStands();
const doors = { recorder: await doorOf("recorder"), checker: await doorOf("checker") };
process.send!({ ready: true });
const books = Array.from({ length: hands }, () => {
  const book = newBook();
  // What was acknowledged is told at once: this process may be killed at any moment, too.
  const push = book.written.push.bind(book.written);
  book.written.push = (...all) => {
    process.send!({ written: all });
    return push(...all);
  };
  book.keys.set = (key, text) => {
    process.send!({ key, text });
    return Map.prototype.set.call(book.keys, key, text) as typeof book.keys;
  };
  return book;
});
await Promise.all(books.map((book) => keepWriting(doors, ground, book, stop.signal)));
process.send!({ books: books.map(({ took, refused, unanswered }) => ({ took, refused, unanswered })) }, () =>
  process.exit(),
);

async function doorOf(username: string): Promise<Door> {
  const visit = { address: "10.0.0.9", userAgent: "trial", held: null };
  const entered = await signIn({ username, password: demonstrationPassword }, visit, new Date());
  const actor = entered.ok ? await findActor(entered.value, visit.address, new Date()) : null;
  if (!actor) throw new Error(`${username} may not come in.`);
  return async (action, input) => {
    try {
      return await actingAs(actor, () => commands[action]!(actor, input));
    } catch (error) {
      if (translateFault(error) instanceof DatabaseUnavailable) return refuse({ code: "unavailable" });
      throw error;
    }
  };
}
