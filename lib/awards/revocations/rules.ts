import type { RevocationState } from "./schema";

/** States in which the revocation holds: from its confirmation until an annulment is confirmed. */
export const inForceStates = ["confirmed", "annulling"] as const satisfies RevocationState[];
/** States in which somebody has to confirm. */
export const waitingStates = ["recorded", "annulling"] as const satisfies RevocationState[];
/** States that everyone who sees the award is told of; what waits or came to nothing is the union's own business. */
export const publishedStates = ["confirmed", "annulling", "annulled"] as const satisfies RevocationState[];

export function isInForce(state: RevocationState): boolean {
  return inForceStates.some((one) => one === state);
}

export function isWaiting(state: RevocationState): boolean {
  return waitingStates.some((one) => one === state);
}

/** Whether the decision holds on that day ("2026-11-27"). One that is yet to come is recorded, but not confirmed. */
export function hasBegun(effectiveOn: string, today: string): boolean {
  return effectiveOn <= today;
}
