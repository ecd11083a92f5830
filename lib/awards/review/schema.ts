import { z } from "zod";
import { zIntId, zTextOrNull } from "@/lib/kernel/fields";

/** A decision on an award as it was shown: its id, the version that was seen, and why. */
export const decisionInput = z.object({
  id: zIntId,
  version: zIntId,
  reason: zTextOrNull({ max: 500, lines: true }),
});
export const reasonedDecisionInput = decisionInput.refine(({ reason }) => reason !== null, {
  path: ["reason"],
  message: "reasonRequired",
});

export type Decision = z.output<typeof decisionInput>;
