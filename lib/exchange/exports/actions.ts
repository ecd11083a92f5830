"use server";

import { asActor } from "@/lib/auth/actor";
import type { Result } from "@/lib/kernel/result";
import * as commands from "./commands";

export async function saveLayout(input: unknown): Promise<Result<{ id: number }>> {
  return asActor((actor) => commands.saveLayout(actor, input));
}

export async function deleteLayout(input: unknown): Promise<Result<void>> {
  return asActor((actor) => commands.deleteLayout(actor, input));
}
