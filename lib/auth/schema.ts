import { z } from "zod";
import { zIntIdOrNull } from "@/lib/kernel/fields";
import { cleanText } from "@/lib/kernel/text";

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
});

export const zOwnPassword = z.object({ current: zPassword, password: zPassword, again: zPassword });
/** One of the actor's sessions, or all but the present one. */
export const zOwnSession = z.object({ sessionId: zIntIdOrNull });
