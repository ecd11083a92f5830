"use server";

import { asActor } from "@/lib/auth/actor";
import type { IntakeOutcome } from "@/lib/kernel/intake";
import type { Result } from "@/lib/kernel/result";
import * as commands from "./commands";
import * as confirming from "./confirming/commands";
import * as deciding from "./deciding/commands";

type Taken = Promise<Result<{ id: number; version: number }>>;

export async function startCheck(input: unknown): Taken {
  return asActor((actor) => commands.startCheck(actor, input));
}

export async function applyImport(input: unknown): Taken {
  return asActor((actor) => commands.applyImport(actor, input));
}

export async function cancelImport(input: unknown): Taken {
  return asActor((actor) => commands.cancelImport(actor, input));
}

export async function undoImport(input: unknown): Taken {
  return asActor((actor) => commands.undoImport(actor, input));
}

export async function decideRow(
  input: unknown,
): Promise<Result<{ id: number; version: number; outcome: IntakeOutcome }>> {
  return asActor((actor) => deciding.decideRow(actor, input));
}

export async function confirmImport(input: unknown): Promise<Result<{ confirmed: number; own: number }>> {
  return asActor((actor) => confirming.confirmImport(actor, input));
}
