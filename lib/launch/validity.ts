import { settleValidity } from "@/lib/awards/validity/commands";
import type { Task } from "@/lib/jobs/tasks";

/** Seven minutes past each hour, so that a day that has begun is noticed wherever the office's clock stands. What one run misses the next one takes. */
export const validity: Task = {
  every: "7 * * * *",
  async run(_payload, { signal }) {
    await settleValidity(new Date(), { signal });
  },
  async giveUp() {},
};
