import { mostEvents, sealEvents } from "@/lib/audit/seals/seal";
import { signingKey } from "@/lib/audit/seals/signing-key";
import type { Task } from "@/lib/jobs/tasks";

/** Takes each minute's audit events into the chain and signs a checkpoint. What one run misses the next one takes. */
export const sealing: Task = {
  every: "* * * * *",
  async run(_payload, { signal }) {
    const key = signingKey();
    while ((await sealEvents(key)) === mostEvents) signal.throwIfAborted();
  },
  async giveUp() {},
};
