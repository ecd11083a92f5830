"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function resolveRecipient(input: unknown) {
  return asActor((actor) => commands.resolveRecipient(actor, input));
}

export async function dismissRecipient(input: unknown) {
  return asActor((actor) => commands.dismissRecipient(actor, input));
}
