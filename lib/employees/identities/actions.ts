"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function revealIdentity(input: unknown) {
  return asActor((actor) => commands.revealIdentity(actor, input));
}
