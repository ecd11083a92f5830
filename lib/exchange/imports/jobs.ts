import { z } from "zod";
import { actorOnBehalf, orderedBy } from "@/lib/auth/behalf";
import { rememberWrites } from "@/lib/auth/written";
import type { Task, Tasks } from "@/lib/jobs/tasks";
import { applyInBatches } from "./applying/batches/commands";
import { applyAll } from "./applying/commands";
import { abandonImport } from "./batch/commands";
import { Overtaken } from "./batch/overtaken";
import { findBatch } from "./batch/queries";
import { checkImport } from "./checking/commands";
import type { Work } from "./checking/verdicts";
import type { Intake } from "./intake";
import { openImport } from "./opening/commands";
import { mayImport } from "./policy";
import type { ImportKind, ImportState } from "./schema";
import { taskNames } from "./tasks";
import { undoImport } from "./undoing/commands";

const payload = z.object({ id: z.number().int(), by: orderedBy, reason: z.string().default("") });
type Payload = z.output<typeof payload>;

type IntakeOf = (kind: ImportKind) => Intake;

/** The importer's work, for the worker's list. Each step does its part of a batch that is in the right state, and nothing for another. */
export function importTasks(intakeOf: IntakeOf): Tasks {
  const step = (state: ImportState, work: Step) => taskOf(state, work, intakeOf);
  return {
    [taskNames.open]: step("received", (work) => openImport(work.batch, work.intake)),
    [taskNames.check]: step("checking", checkImport),
    [taskNames.apply]: step("applying", (work) =>
      work.batch.mode === "all" ? applyAll(work) : applyInBatches(work),
    ),
    [taskNames.undo]: step("undoing", (work, { reason }) => undoImport(work, reason)),
  };
}

type Step = (work: Work, payload: Payload) => Promise<void>;

function taskOf(state: ImportState, work: Step, intakeOf: IntakeOf): Task {
  return {
    async run(given, { signal }) {
      const order = payload.parse(given);
      const batch = await findBatch(order.id, state);
      if (!batch) return;
      try {
        const actor = await actorOnBehalf(order.by);
        // Roles may be gone since the order was given.
        if (!actor || !mayImport(actor, batch.kind)) return await stop(order, state);
        await work({ batch, actor, intake: intakeOf(batch.kind), signal }, order);
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
      await rememberWrites(order.by);
    },
    async giveUp(given) {
      const order = payload.parse(given);
      await abandonImport(order.by, order.id, state, "importFailed");
    },
  };
}

const stop = ({ by, id }: Payload, state: ImportState) => abandonImport(by, id, state, "forbidden");
