import { z } from "zod";
import { zCheckbox, zIntId, zTextOrNull } from "@/lib/kernel/fields";

/** What may be shown in public of a person: on the wall of honors, in stories about them, with their picture. */
export const publicityScopes = ["wall", "story", "photo"] as const;
export type PublicityScope = (typeof publicityScopes)[number];

/** Honors are public papers and stand on the wall until somebody asks to be left off; story and picture need a yes (PIPL art. 13, 25). */
export const unlessDecided = { wall: true, story: false, photo: false } as const satisfies Record<
  PublicityScope,
  boolean
>;

export const decidedPublicity = z.object({
  id: zIntId,
  scope: z.enum(publicityScopes, { error: "unknownValue" }),
  allowed: zCheckbox,
  note: zTextOrNull({ max: 500, lines: true }),
});
