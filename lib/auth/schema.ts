import { z } from "zod";
import type { Role } from "@/lib/db/generated/enums";
import { zIntId, zIntIdOrNull, zText } from "@/lib/kernel/fields";
import { cleanText } from "@/lib/kernel/text";
import { longestSessionHours } from "./rules";

/** A password as it was typed: nothing is trimmed or cut. Whether it will do is for password-rules.ts, which knows whose it is. */
export const zPassword = z
  .unknown()
  .optional()
  .transform((value, context): string => {
    if (typeof value === "string" && value !== "") return value;
    context.addIssue({ code: "custom", message: "required" });
    return z.NEVER;
  });

/** Any name may be tried, however long: it is unknown then. */
export const zSignIn = z.object({
  username: z
    .unknown()
    .optional()
    .transform((value, context): string => {
      const name =
        typeof value === "string" ? [...cleanText(value.slice(0, 1000))].slice(0, 100).join("") : "";
      if (name !== "") return name;
      context.addIssue({ code: "custom", message: "required" });
      return z.NEVER;
    }),
  password: zPassword,
  /** The second factor, where the account has one. */
  code: z
    .unknown()
    .optional()
    .transform((value) => (typeof value === "string" ? value.slice(0, 100) : "")),
});

const count = (min: number, max: number) =>
  z.coerce
    .number("notNumber")
    .int("notWholeNumber")
    .min(min, `numberTooSmall:${min}`)
    .max(max, `numberTooLarge:${max}`);

/** Every role that can be held; rights over each are the nouns' own. */
export const roles = [
  "recorder",
  "checker",
  "union_admin",
  "hr",
  "exporter",
  "discipline",
  "auditor",
  "sysadmin",
  "security_admin",
] as const satisfies Role[];

/** The bounds stand in the database as well. */
export const zSignInPolicy = z.object({
  factorRoles: z
    .array(z.enum(roles, { error: "unknownValue" }))
    .max(roles.length, `tooMany:${roles.length}`)
    .default([])
    .transform((list) => roles.filter((role) => list.includes(role))),
  idleMinutes: count(5, 720),
  sessionHours: count(1, longestSessionHours),
  version: zIntId,
});

/** The password, or a one-time code where the account has a second factor. */
export const zConfirmation = z.object({ proof: zPassword });
export const zNewFactor = z.object({
  offer: z.string({ error: "invalid" }).max(1000, "invalid"),
  code: zText({ max: 20, required: true }),
});

export const zOwnPassword = z.object({ current: zPassword, password: zPassword, again: zPassword });
/** One of the actor's sessions, or all but the present one. */
export const zOwnSession = z.object({ sessionId: zIntIdOrNull });
