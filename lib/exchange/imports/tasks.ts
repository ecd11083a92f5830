import { orderOf } from "@/lib/auth/behalf";
import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/jobs/queue";

/** An hour: a limit for what went wrong, not for what takes long. */
export const longest = { timeout: 3_600_000 };

export const taskNames = {
  open: "imports.open",
  check: "imports.check",
  apply: "imports.apply",
  undo: "imports.undo",
} as const;

/** Orders a step of an import on the actor's behalf. An import has one job at a time. */
async function order(tx: Tx, task: string, id: number, actor: Actor, more: object = {}) {
  await enqueue(tx, task, { id, by: orderOf(actor), ...more }, { key: `imports:${id}` });
}

export const orderOpening = (tx: Tx, id: number, actor: Actor) => order(tx, taskNames.open, id, actor);
export const orderCheck = (tx: Tx, id: number, actor: Actor) => order(tx, taskNames.check, id, actor);
export const orderApplying = (tx: Tx, id: number, actor: Actor) => order(tx, taskNames.apply, id, actor);
export const orderUndo = (tx: Tx, id: number, actor: Actor, reason: string) =>
  order(tx, taskNames.undo, id, actor, { reason });
