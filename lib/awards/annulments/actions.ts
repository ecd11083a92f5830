"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function recordAnnulment(input: unknown) {
  return asActor((actor) => commands.recordAnnulment(actor, input));
}

export async function confirmAnnulment(input: unknown) {
  return asActor((actor) => commands.confirmAnnulment(actor, input));
}

export async function declineAnnulment(input: unknown) {
  return asActor((actor) => commands.declineAnnulment(actor, input));
}

export async function withdrawAnnulment(input: unknown) {
  return asActor((actor) => commands.withdrawAnnulment(actor, input));
}
