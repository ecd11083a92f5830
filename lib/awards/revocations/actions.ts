"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function recordRevocation(input: unknown) {
  return asActor((actor) => commands.recordRevocation(actor, input));
}

export async function confirmRevocation(input: unknown) {
  return asActor((actor) => commands.confirmRevocation(actor, input));
}

export async function declineRevocation(input: unknown) {
  return asActor((actor) => commands.declineRevocation(actor, input));
}

export async function withdrawRevocation(input: unknown) {
  return asActor((actor) => commands.withdrawRevocation(actor, input));
}

export async function changeRecall(input: unknown) {
  return asActor((actor) => commands.changeRecall(actor, input));
}
