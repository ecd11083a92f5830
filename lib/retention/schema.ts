import { z } from "zod";
import { zIntId } from "@/lib/kernel/fields";

/** What is kept for a time, and between how many days the time may be. Sign-ins are evidence: half a year by law (网络安全法 art. 21). */
export const retentionLimits = {
  workbookDays: [7, 3650],
  sessionDays: [180, 3650],
  inboxDays: [30, 3650],
  attemptDays: [1, 365],
} as const;
export const retentionKeys = ["workbookDays", "sessionDays", "inboxDays", "attemptDays"] as const;
export type RetentionKey = (typeof retentionKeys)[number];
export type RetentionDays = Record<RetentionKey, number>;

const days = (key: RetentionKey) => {
  const [from, to] = retentionLimits[key];
  return z.coerce
    .number("notNumber")
    .int("notWholeNumber")
    .min(from, `numberTooSmall:${from}`)
    .max(to, `numberTooLarge:${to}`);
};

export const changedRetention = z.object({
  version: zIntId,
  workbookDays: days("workbookDays"),
  sessionDays: days("sessionDays"),
  inboxDays: days("inboxDays"),
  attemptDays: days("attemptDays"),
});
