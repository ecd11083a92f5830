"use server";

import { asActor } from "@/lib/auth/actor";
import type { Result } from "@/lib/kernel/result";
import * as access from "./access/commands";
import * as commands from "./commands";
import * as grants from "./grants/commands";
import type { NewAccount } from "./schema";

export async function createUser(input: unknown): Promise<Result<NewAccount>> {
  return asActor((actor) => commands.createUser(actor, input));
}

export async function changeUser(input: unknown): Promise<Result<{ id: number }>> {
  return asActor((actor) => commands.changeUser(actor, input));
}

export async function disableUser(input: unknown): Promise<Result<void>> {
  return asActor((actor) => access.disableUser(actor, input));
}

export async function enableUser(input: unknown): Promise<Result<void>> {
  return asActor((actor) => access.enableUser(actor, input));
}

export async function resetPassword(input: unknown): Promise<Result<NewAccount>> {
  return asActor((actor) => access.resetPassword(actor, input));
}

export async function grantRole(input: unknown): Promise<Result<void>> {
  return asActor((actor) => grants.grantRole(actor, input));
}

export async function withdrawRole(input: unknown): Promise<Result<void>> {
  return asActor((actor) => grants.withdrawRole(actor, input));
}

export async function endUserSessions(input: unknown): Promise<Result<{ ended: number }>> {
  return asActor((actor) => access.endUserSessions(actor, input));
}

export async function unlockUser(input: unknown): Promise<Result<void>> {
  return asActor((actor) => access.unlockUser(actor, input));
}

export async function resetFactor(input: unknown): Promise<Result<void>> {
  return asActor((actor) => access.resetFactor(actor, input));
}

export async function releaseIdentities(input: unknown): Promise<Result<void>> {
  return asActor((actor) => access.releaseIdentities(actor, input));
}
