"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function saveAward(input: unknown) {
  return asActor((actor) => commands.saveAward(actor, input));
}
