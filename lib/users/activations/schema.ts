import { z } from "zod";
import { zPassword } from "@/lib/auth/schema";
import { zFilterOneOf, zFilterText, zIntId, zIntIdOrNull, zPage, zText } from "@/lib/kernel/fields";

/** On one run of slips; a larger union is done in several. */
export const mostSlips = 500;

/** Employees one by one, or all of a union unit and below who have no account. */
export const newActivations = z.object({
  employees: z.array(zIntId).max(mostSlips, `tooMany:${mostSlips}`).default([]),
  unitId: zIntIdOrNull,
});
export const cancelledActivation = z.object({ id: zIntId });
export const activation = z.object({
  workNumber: zText({ max: 100, required: true }),
  code: zText({ max: 100, required: true }),
  password: zPassword,
  again: zPassword,
});

/** What is printed, once: the code stands nowhere else. */
export type Slip = { id: number; name: string; workNumber: string; unitName: string | null; code: string };
export type Slips = { slips: Slip[]; expiresAt: Date };

export const activationStates = ["open", "used", "expired", "cancelled"] as const;
export type ActivationState = (typeof activationStates)[number];

const filter = z.object({ q: zFilterText, state: zFilterOneOf(activationStates) });
const page = zPage(["issuedAt"], "-issuedAt");
export type ActivationFilter = z.output<typeof filter> & z.output<typeof page>;

export function readActivationFilter(
  params: Record<string, string | string[] | undefined>,
): ActivationFilter {
  const first = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
  return { ...filter.parse(first), ...page.parse(params) };
}
