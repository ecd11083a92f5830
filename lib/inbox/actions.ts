"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function markRead(input: unknown) {
  return asActor((actor) => commands.markRead(actor, input));
}
