import { z } from "zod";
import { zIntId, zText, zTextOrNull } from "@/lib/kernel/fields";
import { readWholeIdNumber } from "@/lib/kernel/id-number";
import { type Phone, readPhone } from "@/lib/kernel/phone";

/** What is kept sealed of a person. */
export const identityFields = ["idNumber", "phone"] as const;
export type IdentityField = (typeof identityFields)[number];

/** A whole ID number with what it tells; an empty field says nothing. */
export const zIdNumberOrNull = zTextOrNull({ max: 100 }).transform((text, context) => {
  if (text === null) return null;
  const read = readWholeIdNumber(text);
  if (!("fault" in read)) return read;
  context.addIssue({ code: "custom", message: read.fault });
  return z.NEVER;
});
export type WholeIdNumber = NonNullable<z.output<typeof zIdNumberOrNull>>;

export const zPhoneOrNull = zTextOrNull({ max: 100 }).transform((text, context) => {
  if (text === null) return null;
  const { ok, fault } = readPhone(text);
  if (ok) return ok;
  context.addIssue({ code: "custom", message: fault });
  return z.NEVER;
});

/** What is kept of a person, for a comparison, and what a row of a workbook holds whole. */
export type KeptNumbers = { idNumberHash: string | null; phoneHash: string | null; phoneMask: string | null };
export type RowNumbers = { idNumber: string | null; phone: Phone | null; phoneHashes: string[] };

/** For how long a number stands open on the screen. */
export const shownSeconds = 60;

export const revealInput = z.object({
  id: zIntId,
  field: z.enum(identityFields, { error: "unknownValue" }),
  reason: zText({ max: 500, required: true, lines: true }),
});
