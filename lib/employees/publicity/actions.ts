"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function decidePublicity(input: unknown) {
  return asActor((actor) => commands.decidePublicity(actor, input));
}
