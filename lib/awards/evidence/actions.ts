"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function addEvidence(input: unknown) {
  return asActor((actor) => commands.addEvidence(actor, input));
}
