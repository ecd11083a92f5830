import { z } from "zod";
import { zIntId, zPartialDateOrNull, zText } from "@/lib/kernel/fields";

/** A corrected end of validity, and why; no end where the honor is for life. */
export const validityInput = z.object({
  id: zIntId,
  version: zIntId,
  validTo: zPartialDateOrNull.refine((date) => date === null || (date >= "1900" && date < "2200"), "badDate"),
  reason: zText({ max: 500, required: true, lines: true }),
});
