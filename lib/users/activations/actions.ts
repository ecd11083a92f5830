"use server";

import { asActor, asVisitor } from "@/lib/auth/actor";
import type { Result } from "@/lib/kernel/result";
import * as commands from "./commands";
import type { Slips } from "./schema";

export async function issueActivations(input: unknown): Promise<Result<Slips>> {
  return asActor((actor) => commands.issueActivations(actor, input));
}

export async function cancelActivation(input: unknown): Promise<Result<void>> {
  return asActor((actor) => commands.cancelActivation(actor, input));
}

/** Open to everyone: the slip is what lets somebody in. */
export async function activateAccount(input: unknown): Promise<Result<{ username: string }>> {
  return asVisitor((visitor) => commands.activateAccount(visitor, input));
}
