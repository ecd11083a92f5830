import { applyRetention } from "@/lib/retention/commands";
import type { Task } from "@/lib/jobs/tasks";

/** Each night (19:20 UTC is 3:20 in Beijing) removes what is older than the settings say. What one run misses the next one takes. */
export const retention: Task = {
  every: "20 19 * * *",
  async run(_payload, { signal }) {
    await applyRetention(new Date(), signal);
  },
  async giveUp() {},
};
