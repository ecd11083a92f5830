import type { ActivationState } from "./schema";

/** A slip is used within this time, or a new one is asked for. */
export const activationDays = 14;

export function expiryOfActivation(now: Date): Date {
  return new Date(now.getTime() + activationDays * 24 * 3600_000);
}

type Row = { usedAt: Date | null; cancelledAt: Date | null; expiresAt: Date };

export function stateOfActivation({ usedAt, cancelledAt, expiresAt }: Row, now: Date): ActivationState {
  if (usedAt) return "used";
  if (cancelledAt) return "cancelled";
  return expiresAt <= now ? "expired" : "open";
}

/** User names to try for a new account, the best first: the work number, or with the record's id where that is taken or no user name. */
export function usernamesFor(workNumber: string, employeeId: number): string[] {
  const plain = workNumber.normalize("NFKC").toLowerCase();
  const fits = /^[a-z0-9\p{Script=Han}][a-z0-9\p{Script=Han}._@-]{1,50}$/u.test(plain);
  return [...(fits ? [plain, `${plain}-${employeeId}`] : []), `employee-${employeeId}`];
}
