"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function correctValidity(input: unknown) {
  return asActor((actor) => commands.correctValidity(actor, input));
}
