import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { confirmAward, submitAward } from "@/lib/awards/review/commands";
import { actingAs } from "@/lib/db/acting";
import type { Result } from "@/lib/kernel/result";
import { type Order, pick } from "./writer-order";

/*
 * A process of the app that enters awards, several at a time, each as soon as the one before is acknowledged. It says when it is warm,
 * begins when it is told to, and tells in the end how many milliseconds each took.
 */
const order = JSON.parse(process.argv[2]!) as Order & { first: number };
const { clients, first, seconds } = order;
/** Plans are kept from the fifth question of a connection on. */
const warming = 8;

await all((client) => several(client, 0, warming));
process.send!([]);
process.once("message", () => void work());

async function work() {
  const times: number[] = [];
  const until = performance.now() + seconds * 1_000;
  await all(async (client) => {
    for (let nth = warming; performance.now() < until; nth++) {
      const began = performance.now();
      await enter(nth * 8 + first + client);
      times.push(performance.now() - began);
    }
  });
  process.send!(times, () => process.exit());
}

async function several(client: number, from: number, to: number) {
  for (let nth = from; nth < to; nth++) await enter(nth * 8 + first + client);
}

async function enter(n: number) {
  const { titles, people, papers, recorder, checker } = order;
  const title = pick(titles, n);
  const { id } = await done(recorder, saveAward, {
    ...{ key: randomUUID(), intent: "draft", titleId: title.id, levelCode: title.level },
    ...{ awardDate: "2026-05-01", awardYear: "2026", recordingUnitId: order.unitId },
    ...{
      documents: [pick(papers, n)],
      reason: "年度表彰",
      recipients: [{ employeeId: pick(people, n * 7) }],
    },
  });
  if (order.life === "draft") return;
  const { version } = await done(recorder, submitAward, { id, version: 1 });
  await done(checker, confirmAward, { id, version });
}

async function done<T>(
  actor: Actor,
  command: (actor: Actor, input: unknown) => Promise<Result<T>>,
  input: object,
): Promise<T> {
  const result = await actingAs(actor, () => command(actor, input));
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

function all(each: (client: number) => Promise<void>): Promise<void[]> {
  return Promise.all(Array.from({ length: clients }, (_, client) => each(client)));
}
