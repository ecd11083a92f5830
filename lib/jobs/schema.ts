import { z } from "zod";
import { zIntId } from "@/lib/kernel/fields";

/** At work, due, set for later, failed and to be tried again, or given up and about to be told so. */
export const jobStates = ["running", "waiting", "later", "failed", "lost"] as const;
export type JobState = (typeof jobStates)[number];

export const jobInput = z.object({ id: zIntId });

/**
 * The line of an error that says what went wrong. What stands in quotation marks or is a long number may be a person's:
 * an administrator has no right to that.
 */
export function errorLine(text: string): string {
  const [line = ""] = text.trim().split("\n");
  return line
    .replace(/(["'`“‘「])[^"'`”’」]*(["'`”’」])/g, "$1…$2")
    .replace(/[\p{L}\d]*\d{4,}[\p{L}\d]*/gu, "…")
    .slice(0, 200);
}
