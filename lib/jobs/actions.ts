"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function retryJob(input: unknown) {
  return asActor((actor) => commands.retryJob(actor, input));
}

export async function cancelJob(input: unknown) {
  return asActor((actor) => commands.cancelJob(actor, input));
}
